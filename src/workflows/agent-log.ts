import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentFolder } from '#store/agent-lock.js';

/** One event of the agent's log; never a row, a name or a document. */
export interface AgentLogLine {
  readonly at: string;
  readonly code: string;
  readonly text: string;
}

/** The newest lines of the agent's log, oldest first; the one before it where that has been set aside. */
export function readAgentLog(folder: string, limit: number): readonly AgentLogLine[] {
  const paths = ['agent.log.1', 'agent.log'].map((name) => join(agentFolder(folder), name));
  const lines = paths.flatMap((path) => (existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []));
  return lines.flatMap(parsed).slice(-limit);
}

function parsed(line: string): readonly AgentLogLine[] {
  const [, at, code, text] = /^(\S+) (\S+) ?(.*)$/.exec(line) ?? [];
  return at === undefined || code === undefined ? [] : [{ at, code, text: text ?? '' }];
}
