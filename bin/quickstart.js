#!/usr/bin/env node
// npm run quickstart: from a bare checkout to a printed paper about this machine, in a data folder of its own.
import { join } from 'node:path';
import { build, installPackages, root, runNode } from './set-up.js';

const records = join(root, 'zicha-demo');

console.error('1/3  安装所需的软件包（npm ci）');
if (!(await installPackages())) fail('安装未完成：请检查网络或 npm 镜像设置，然后重新运行 npm run quickstart');
console.error('2/3  构建程序');
if (!(await build())) fail('构建未完成：请把上面的屏幕内容交给技术人员');
console.error('3/3  建立演示单位并检查本机');
process.exitCode = (await runNode(join(root, 'bin', 'run.js'), ['demo', 'reset', '--data', records])) ? 0 : 1;

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
