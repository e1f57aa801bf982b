import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentHealth } from '#domain/agent-health.js';

export const healthFile = 'health.json';

/** What the agent last said of itself; undefined when it never ran or the file is not readable. */
export function readHealth(folder: string): AgentHealth | undefined {
  const path = join(folder, healthFile);
  if (!existsSync(path)) return undefined;
  try {
    return AgentHealth.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // A minute later there is a new one; until then nobody is called healthy.
    return undefined;
  }
}
