import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#domain/app-error.js';
import { agentHolder } from '#store/agent-holder.js';
import { agentFolder } from '#store/agent-lock.js';
import { readHealth } from '#workflows/read-health.js';
import { agentOnFile } from '#workflows/record-install.js';
import { textIfThere } from './install/entry-files.js';
import { ownerOf, runWords } from './install/entry.js';
import type { InstallSetting } from './install/install-agent.js';
import { ownEntryPath } from './install/install-plan.js';
import { unitName } from './install/systemd-user-unit.js';
import { stepUserSystemd } from './install/user-systemd.js';

/** An agent that is alive by its own word. */
export interface StartedAgent {
  readonly pid: number;
  readonly startedAt: string;
  /** Who keeps it running. */
  readonly by: 'systemd' | 'background';
}

export interface StartSetting extends InstallSetting {
  /** What the agent's program may see of the environment. */
  readonly environment: Readonly<Record<string, string>>;
}

const patienceMs = 10_000;
const pauseMs = 100;

/** Starts the agent the way it is installed, else in the background, and waits until it says that it lives. */
export async function startAgent(setting: StartSetting): Promise<StartedAgent> {
  const { folder } = setting.desk;
  await agentOnFile(setting.desk);
  const running = agentHolder(folder);
  if (running !== undefined) throw new AppError('agent-running', { pid: running.pid });
  const isSystemd = isInstalledForSystemd(setting) && (await stepUserSystemd(setting.systemd, [['start', '--no-block', unitName]])).kind === 'done';
  const started = isSystemd ? { hasEnded: () => false } : inBackground(setting);
  return untilAlive(folder, started.hasEnded, isSystemd ? 'systemd' : 'background');
}

function isInstalledForSystemd({ places, desk }: StartSetting): boolean {
  const text = textIfThere(ownEntryPath('systemd-user', places) ?? '');
  return text !== undefined && ownerOf(text, desk.folder) === 'ours';
}

function inBackground({ node, script, desk, environment }: StartSetting): { hasEnded(): boolean } {
  const words = [script, ...runWords({ node, script, folder: desk.folder }), '--no-input', '--quiet'];
  const child = spawn(node, words, { detached: true, stdio: 'ignore', env: environment, cwd: desk.folder, shell: false });
  let hasEnded = false;
  for (const event of ['exit', 'error'] as const) child.once(event, () => { hasEnded = true; });
  child.unref();
  return { hasEnded: () => hasEnded };
}

async function untilAlive(folder: string, hasEnded: () => boolean, by: StartedAgent['by']): Promise<StartedAgent> {
  const begun = performance.now();
  while (performance.now() - begun < patienceMs && !hasEnded()) {
    const health = readHealth(agentFolder(folder));
    const holder = agentHolder(folder);
    // An old report may be there: it counts only from the program that has the lock.
    if (health !== undefined && health.pid === holder?.pid) return { pid: health.pid, startedAt: health.startedAt, by };
    await wait(pauseMs);
  }
  throw new AppError('agent-not-starting', { folder: agentFolder(folder) });
}
