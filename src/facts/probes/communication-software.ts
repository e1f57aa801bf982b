import { z } from 'zod';
import { namesIn, requiredNames } from '../look.js';
import { probe } from '../probe.js';

const messaging: readonly string[] = ['wechat', 'weixin', 'linuxqq', 'qq.desktop', 'dingtalk', 'feishu', 'telegram', 'skype', 'wxwork'];
const cloud: readonly string[] = ['baidunetdisk', 'aliyundrive', 'nutstore', 'dropbox', 'onedrive', 'weiyun', '115'];

/** Presence of program entries only; accounts, chats and files are never looked at. */
export const communicationSoftware = probe({
  id: 'communicationSoftware',
  schema: z.object({ messaging: z.int(), cloudDisk: z.int() }),
  sources: ['/usr/share/applications (names compared with a fixed list)', '/opt/apps (names compared with a fixed list)'],
  run: async (host) => {
    const names = [...(await requiredNames(host, '/usr/share')), ...(await namesIn(host, '/usr/share/applications')), ...(await namesIn(host, '/opt/apps'))].map((name) => name.toLowerCase());
    const count = (words: readonly string[]): number => words.filter((word) => names.some((name) => name.includes(word))).length;
    return { messaging: count(messaging), cloudDisk: count(cloud) };
  },
});
