import { z } from 'zod';
import { programSources, programsPresent, type ProgramMarks } from '../installed-programs.js';
import { probe } from '../probe.js';

const programs: readonly ProgramMarks[] = [
  ['/opt/sogoupinyin', '/opt/sogouimebs', '/opt/apps/com.sogou.sogoupinyin-uos', 'sogoupinyin', 'sogouimebs', 'com.sogou.sogoupinyin-uos'],
  ['iflyime', 'iflyime-qimpanel'],
  ['fcitx-baidupinyin', 'baidupinyin'],
  ['/usr/share/fcitx5/addon/cloudpinyin.conf', 'fcitx5-module-cloudpinyin'],
  ['/usr/share/fcitx/addon/fcitx-cloudpinyin.conf', 'fcitx-module-cloudpinyin'],
];

/** Input methods that can ask a service on the network what was meant; whether that is switched on lies in a home folder and is not looked at. */
export const cloudInput = probe({
  id: 'cloudInput',
  schema: z.object({ present: z.int(), checked: z.int() }),
  sources: programSources(programs),
  run: async (host) => ({ present: await programsPresent(host, programs), checked: programs.length }),
});
