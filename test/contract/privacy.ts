import { z } from 'zod';
import { anchors } from '#facts/look.js';
import { tools } from '#facts/host.js';
import type { Probe } from '#facts/probe.js';
import { windowsReaders } from '#facts/windows/readers.js';
import { sayIn } from '#messages/say.js';
import { kept, notes } from './privacy-words.js';
import { sourceFrom } from './probe-sources.js';

const say = sayIn('zh-CN');

/** docs/privacy.md: what every probe looks at and what it keeps. */
export function privacyDocument(probes: readonly Probe[]): string {
  return [head(probes), ...probes.map(chapter), english].join('\n\n') + '\n';
}

function head(probes: readonly Probe[]): string {
  return `# 采集了什么，没有采集什么

本文件由采集器自己声明的来源生成，测试保证：采集器读了没有声明的东西，或声明了没有读的东西，测试都会失败。

## 从不读取

- 浏览历史、收藏、下载记录、即时通信内容、邮件、联系人、日程；
- 文档、图片、压缩包等文件的内容和名称；不遍历磁盘（使用人用 \`evidence add\`、\`import\` 等命令写明的那个文件除外）；
- 任何人的主目录和桌面里的内容（只在 \`/home\` 一层看各目录的权限，只计数）；
- 网址、介质的名称、介质里有什么；
- 摄像头画面、麦克风声音、屏幕、键盘、剪贴板、位置。

## 读到但不保存

有些文件要打开才能计数，其中的下列内容不进入结果，也不写入任何文件：

- 账户名、口令散列（\`/etc/passwd\`、\`/etc/shadow\`）和提权规则；
- 已保存无线网络的名称和密码（网络管理程序的连接文件，只数个数）；
- 路由表和监听表中的 IP 地址，代理地址，共享目录的名称和路径；
- 内核日志的其他各行（只数移动存储、手机和上网卡接入的行，并比对日期）；
- 系统日志和登录日志各行的内容（只看哪些日子有记录）；
- 正在运行的程序的名称（只与固定清单比对，只计数）；
- 硬盘序列号和本机标识（只用于计算 12 位摘要，看硬盘是否换过）；
- 接入过的移动存储的序列号、网卡地址、本机网络地址（只用于计算摘要，与介质台账、计算机台账比对，只保存是否一致和个数）；
- 打印机地址、时间服务器和域名服务器的地址（只按种类计数）。

## 怎样读取

- 只读：不修改任何设置，不加载内核模块，只写自己的数据目录和使用人指定的输出文件；
- 不联网：不建立网络连接，不发送任何数据，没有遥测，不检查更新；
- 共 ${probes.length} 个采集器，逐个列在下面；每个最多 5 秒，一次运行最多 60 秒；读不到就记“无法采集”和原因，不当作正常；
- 只启动下列系统程序，使用固定路径和空环境，不经过命令解释器，限定时间和输出量：${Object.keys(tools).map((name) => `\`${name}\``).join('、')}；\`iptables\` 只在内核已有旧式规则表时启动，它为读取规则会打开一个不收发数据的本机套接字；
- 硬盘序列号在内核中读不到时，另起一个受限的子程序用 systeminformation 询问一次；
- 为证明“没有”，还会看这些路径是否存在：${Object.values(anchors).map((path) => `\`${path}\``).join('、')}；
- 使用人用 \`assess run --root 文件夹\` 检查另一个系统时，只看该文件夹以内，链接也按该文件夹解析，不会指到外面；不启动任何程序，不看其中的 \`/proc\`、\`/sys\`、\`/dev\`、\`/run\`；
- Windows 上由随程序提供的固定脚本 \`bin/read-windows.ps1\` 读取一次，只用系统自带的命令和注册表，不解析按语言变化的文字，最多 30 秒；序列号、网络地址和域名服务器地址只在内存中计数或计算摘要；PowerShell 启动时自己会在临时文件夹写入并随即删除一个试验文件（系统由此判断脚本策略）；没有列出 Windows 来源的采集器在 Windows 上不采集；**尚未在 Windows 上验证**；
- 谁在使用机器，运行就不瞒着谁：运行时终端上逐项显示进度，本文件列出全部来源；
- **在登记为涉密的计算机上，一个采集器也不运行。**

## 数据目录里有什么

| 文件 | 内容 |
| --- | --- |
| \`journal/\` | 留痕日志：谁、何时、做了什么，以及本单位登记的台账、答复、问题和参数，前后相扣 |
| \`snapshot.json\` | 由日志得出的当前状态，可随时重建 |
| \`documents/\` | 每次评定的全文，含下面各表所列的值；只增不改 |
| \`evidence/\` | 使用人用 \`evidence add\` 收存的佐证材料原样副本，以摘要值为文件名，不打开、不运行、不显示；非涉密机上收存前查一次文件名和可读文字（前 1 MB）有无密级标志，查过即弃，有标志的不收存；登记的是文件名（不含文件夹）、大小、摘要值、归属和经办人；\`evidence purge\` 删除副本，留下登记和摘要值 |
| \`reports/\` | 打印的报告 |
| \`agent/\` | 值守程序的锁、健康状况、运行日志（只有时间、代码和编号）、最近一次结果、告知书和安装清单 |
| \`quarantine/\` | 损坏后移出的文件 |
| \`store.lock\` | 防止两个程序同时写入的锁 |

目录只有所有者可以进入（0700）。报告、导出的表格和用 \`--save-facts\` 另存的取证数据，只在使用人要求时写到使用人指定的位置。

## 每个采集器看什么、留什么`;
}

function chapter(probe: Probe): string {
  return [`### ${say(`probe.${probe.id}` as Parameters<typeof say>[0])} \`${probe.id}\``, '', table(['看什么', '怎样看'], probe.sources.map(looked)), '', ...onWindows(probe), table(['留什么', '形式'], keptBy(probe))].join('\n');
}

// The list for Windows is that of the script's own words.
function onWindows({ id }: Probe): readonly string[] {
  const reader = windowsReaders.find((each) => each.id === id);
  return reader === undefined ? [] : ['在 Windows 上（未在 Windows 上验证）：', '', ...reader.sources.map((source) => `- ${looked(source).join('：')}`), ''];
}

function looked(text: string): readonly string[] {
  const { what, note } = sourceFrom(text);
  return [`\`${what}\``, wordFor(note, notes)];
}

function keptBy(probe: Probe): readonly (readonly string[])[] {
  const { properties = {} } = z.toJSONSchema(probe.schema);
  return Object.entries(properties).map(([field, shape]) => [`${wordFor(field, kept[probe.id] ?? {})} \`${field}\``, form(shape as Shape)]);
}

interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
}

function form(shape: Shape): string {
  if (shape.enum !== undefined) return `其中一个词：${shape.enum.join('、')}`;
  return wordFor(shape.type ?? '', { boolean: '是或否', integer: '数', number: '数', string: '短文本或日期', array: '列表' });
}

function wordFor(key: string, words: Readonly<Record<string, string>>): string {
  const word = words[key];
  if (word === undefined) throw new Error(`privacy-words.ts has no word for "${key}"`);
  return word;
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const english = `## In English

Generated from what each probe declares; a test fails when a probe looks at something it does not declare, or declares something it does not look at.

Never read: browsing history, bookmarks, chats, mail, contacts; contents or names of documents; anything inside a home folder (only the modes of the folders in \`/home\` are counted); web addresses; names of media and what is on them; cameras, microphones, screen, keyboard, clipboard, place.

Read but not kept, because a file must be opened to count what is in it: account names, password hashes and sudo rules; names and passwords of saved wireless networks; addresses in routing and port tables, of proxies and shares; other lines of the kernel log; serial numbers of disks, of media that were plugged in, MAC and own addresses (only as digests, to be held against the books); names of running programs (only compared with a fixed list); lines of system logs (only their days).

Read-only, without a network connection, telemetry or update check; 5 seconds a probe, 60 seconds a run. Nothing leaves the machine. What cannot be read is "unavailable" with its reason, never taken for "fine". Few system programs are started, by fixed paths, without a shell and with an empty environment. \`iptables\`, started only where the kernel already has tables of the older kind, opens a local raw socket to read them and sends nothing. On a machine registered as classified no probe runs. On Windows one fixed script, \`bin/read-windows.ps1\`, reads what stands under each probe, in 30 seconds at most; PowerShell itself writes a trial file into the temporary folder when it starts and deletes it at once. It was not verified on Windows.

The data folder (mode 0700) holds the journal, a snapshot of it, the assessments with the values listed above, what was set aside as damaged, printed papers, the night watch's own lock, health, log, latest result and notice, and a lock. Backups and exports are written only where the user asks for them.`;
