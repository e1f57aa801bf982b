import si from 'systeminformation';
import { systemFunctions, type SystemFunction } from './host.js';

const questions: Readonly<Record<SystemFunction, () => Promise<unknown>>> = {
  diskLayout: () => si.diskLayout(),
};

const asked = systemFunctions.find((each) => each === process.argv[2]);
if (asked !== undefined && process.send !== undefined) process.send(await questions[asked]());
