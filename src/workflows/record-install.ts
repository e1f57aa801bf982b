import { usualAgentSettings, type AgentSettings } from '#domain/agent-settings.js';
import { AppError } from '#domain/app-error.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { InstallKind } from '#domain/installation.js';
import type { Job } from '#domain/job.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from './desk.js';

/** What the records say before an agent is installed on them. */
export interface AgentOnFile {
  readonly identity: StoreIdentity;
  readonly jobs: readonly Job[];
  readonly settings: AgentSettings;
}

/** Refuses a classified machine: no agent runs there. */
export async function agentOnFile(desk: Desk): Promise<AgentOnFile> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    if (store.identity.mode === 'classified') throw new AppError('agent-classified');
    const snapshot = store.read();
    return { identity: store.identity, jobs: Object.values(snapshot.jobs), settings: snapshot.agentSettings['agent'] ?? usualAgentSettings };
  } finally {
    await store.close();
  }
}

/** One journal entry: who installed what kind of entry, where, and with which settings. */
export function recordInstall(desk: Desk, by: string | undefined, settings: AgentSettings, made: { readonly kind: InstallKind; readonly files: readonly string[] }): Promise<void> {
  return record(desk, by, { event: 'installed', ...made }, settings);
}

export function recordUninstall(desk: Desk, by: string | undefined, made: { readonly kind: InstallKind; readonly files: readonly string[] }): Promise<void> {
  return record(desk, by, { event: 'uninstalled', ...made }, undefined);
}

async function record(desk: Desk, by: string | undefined, made: { readonly event: 'installed' | 'uninstalled' }, settings: AgentSettings | undefined): Promise<void> {
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    const actor = claimed(by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    await store.transact<undefined>({ actor, at }, () => ({
      kind: made.event === 'installed' ? 'agent.installed' : 'agent.uninstalled',
      changes: settings === undefined ? [] : [{ collection: 'agentSettings', id: 'agent', value: settings }],
      // The time makes it a document of its own.
      documents: [{ ...made, at }],
      result: undefined,
    }));
  } finally {
    await store.close();
  }
}
