import type { AgentState } from '#domain/agent-state.js';
import { AppError } from '#domain/app-error.js';
import { usualAgentSettings } from '#domain/agent-settings.js';
import type { Slot } from '#domain/slot.js';
import { acquireAgentLock, agentFolder } from '#store/agent-lock.js';
import { openStore, type Store } from '#store/store.js';
import { claimed, type Desk } from '#workflows/desk.js';
import { latestLine, latestResult } from '#workflows/latest-result.js';
import { placeText } from './agent-files.js';
import { cronTasks } from './cron-tasks.js';
import { desktopNote } from './desktop-note.js';
import { healthOf, loopMeter, writeHealth } from './health.js';
import { machineWorld, type MachineWorld } from './machine-world.js';
import { supervisorSignals } from './supervisor-signals.js';
import { beginWatch, endWatch, heartbeat, newWatch, tick, type Watch } from './watch.js';

/** What the front door knows of this machine. */
export interface AgentSetting {
  readonly desk: Desk;
  readonly node: string;
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly startedBy: AgentState['startedBy'];
  readonly notifySocket: string | undefined;
}

const tickMs = 30_000;
const healthMs = 60_000;
const heartbeatMs = 60 * 60_000;
/** Without a durable write for so long the supervisor is no longer told that all is well. */
const journalTrustMs = heartbeatMs + 10 * 60_000;

/** Opens what the night watch needs, under its own lock, and hands it to `run`. */
export async function withWatch<T>(setting: AgentSetting, run: (watch: Watch, world: MachineWorld) => Promise<T>): Promise<T> {
  const { desk } = setting;
  const store = await openStore(desk.folder);
  try {
    if (store.identity.mode === 'classified') throw new AppError('agent-classified');
    const release = await acquireAgentLock(desk.folder);
    try {
      const world = machineWorld(desk.door, { node: setting.node, script: setting.script, folder: desk.folder, environment: setting.environment }, agentFolder(desk.folder));
      const watch = newWatch({ store, world, actor: claimed(desk.say('actor.scheduler'), 'scheduler'), onEnded: (slot) => { tell(setting, store, slot); } });
      await beginWatch(watch, setting.startedBy);
      return await run(watch, world);
    } finally {
      release();
    }
  } finally {
    await store.close();
  }
}

/** Looks once, runs what is due, and ends: for schedulers of the system that wake the program themselves. */
export function runOnce(setting: AgentSetting, stopped: Promise<void>): Promise<readonly Slot[]> {
  return withWatch({ ...setting, startedBy: 'once' }, async (watch, world) => {
    void stopped.then(() => {
      watch.isEnding = true;
      world.stopChild();
    });
    await tick(watch);
    await endWatch(watch);
    return watch.ended;
  });
}

/** Watches until `stopped`: a tick each half minute, health each minute, a durable heartbeat each hour. */
export function runAgent(setting: AgentSetting, stopped: Promise<void>): Promise<readonly Slot[]> {
  return withWatch(setting, async (watch, world) => {
    const rounds = startRounds(setting, watch);
    await stopped;
    rounds.signal('STOPPING=1');
    watch.isEnding = true;
    rounds.stop();
    world.stopChild();
    while (watch.isBusy) await new Promise((resolve) => setTimeout(resolve, 50));
    await endWatch(watch);
    rounds.report();
    return watch.ended;
  });
}

interface Rounds {
  readonly signal: ReturnType<typeof supervisorSignals>;
  report(): void;
  stop(): void;
}

function startRounds({ desk, notifySocket }: AgentSetting, watch: Watch): Rounds {
  const { world, store } = watch;
  const signal = supervisorSignals(notifySocket);
  const loop = loopMeter();
  let lastWriteAt = world.now();
  let lastWriteUptime = world.uptime();
  const tasks = cronTasks(() => void tick(watch));
  const report = (): void => {
    try {
      writeHealth(agentFolder(desk.folder), healthOf(watch, { version: desk.program.version, lastJournalWriteAt: lastWriteAt, loop }));
    } catch (error) {
      world.log('health-failed', error instanceof Error ? error.name : '');
    }
  };
  const round = async (): Promise<void> => {
    tasks.follow(Object.values(store.read().jobs));
    const steps = watch.state?.clockSteps;
    await tick(watch);
    if (watch.state?.clockSteps !== steps) tasks.restart();
    if (world.uptime() - lastWriteUptime < journalTrustMs) signal('WATCHDOG=1');
  };
  const beat = async (): Promise<void> => {
    if (!(await heartbeat(watch))) return;
    lastWriteAt = world.now();
    lastWriteUptime = world.uptime();
  };
  const guarded = (work: () => Promise<void>) => () => void work().catch((error: unknown) => { world.log('round-failed', error instanceof Error ? error.name : ''); });
  const timers = [setInterval(guarded(round), tickMs), setInterval(report, healthMs), setInterval(guarded(beat), heartbeatMs)];
  report();
  signal('READY=1');
  guarded(round)();
  return { signal, report, stop: () => { for (const timer of timers) clearInterval(timer); tasks.stop(); } };
}

function tell({ desk, environment }: AgentSetting, store: Store, slot: Slot): void {
  if (slot.state === 'waiting') return;
  const snapshot = store.read();
  const result = latestResult(slot, snapshot);
  const line = latestLine(result, desk.say);
  const folder = agentFolder(desk.folder);
  placeText(folder, 'latest.json', `${JSON.stringify(result, null, 2)}\n`);
  placeText(folder, 'latest.txt', `${line}\n`);
  if ((snapshot.agentSettings['agent'] ?? usualAgentSettings).notify) desktopNote(line, environment);
}
