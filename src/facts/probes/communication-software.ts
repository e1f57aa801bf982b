import { z } from 'zod';
import { namesIn, requiredNames } from '../look.js';
import { probe } from '../probe.js';

const messaging: readonly string[] = ['wechat', 'weixin', 'linuxqq', 'qq.desktop', 'com.qq.im', 'dingtalk', 'feishu', 'telegram', 'skype', 'wxwork'];
const cloud: readonly string[] = ['baidunetdisk', 'aliyundrive', 'nutstore', 'dropbox', 'onedrive', 'weiyun', '115pc', '115browser'];
const folders: readonly string[] = ['/usr/local/share/applications', '/opt/apps', '/var/lib/snapd/desktop/applications', '/var/lib/flatpak/exports/share/applications'];

/** Presence of program entries only; accounts, chats and files are never looked at. */
export const communicationSoftware = probe({
  id: 'communicationSoftware',
  schema: z.object({ messaging: z.int(), cloudDisk: z.int() }),
  sources: ['/usr/share (names)', ...['/usr/share/applications', ...folders].map((folder) => `${folder}/* (names compared with a fixed list)`)],
  run: async (host) => {
    await requiredNames(host, '/usr/share');
    const lists = await Promise.all(['/usr/share/applications', ...folders].map((folder) => namesIn(host, folder)));
    const names = lists.flat().map((name) => name.toLowerCase());
    const count = (words: readonly string[]): number => words.filter((word) => names.some((name) => name.includes(word))).length;
    return { messaging: count(messaging), cloudDisk: count(cloud) };
  },
});
