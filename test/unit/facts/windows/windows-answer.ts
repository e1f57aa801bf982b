import type { Fact } from '#domain/fact.js';
import { collectFacts } from '#facts/collect-facts.js';
import type { WindowsLook } from '#facts/host.js';
import { probes } from '#facts/probes/index.js';
import { replayHost } from '#facts/replay-host.js';
import { recordingNamed } from '../../../contract/hosts.js';

const kept = recordingNamed('windows-11');

/** The parts of a machine in good order. */
export const sound = kept.windows ?? {};

export async function factOf(id: string, windows: Readonly<Record<string, unknown>> | WindowsLook): Promise<Fact | undefined> {
  const look: WindowsLook = 'kind' in windows && typeof windows.kind === 'string' ? (windows as WindowsLook) : { kind: 'parts', parts: windows };
  const host = { ...replayHost(kept), windows: () => Promise.resolve(look) };
  return (await collectFacts({ host, probes, needed: [id], mode: 'non-classified' }))[id];
}

/** What a probe says when some values of the sound machine are others, or a part was missed for the reason given: the value, or why not. */
export async function answerOn(id: string, changed: Readonly<Record<string, object | string>>): Promise<unknown> {
  const parts = Object.entries(changed).map(([name, value]) => [name, typeof value === 'string' ? { ok: false, reason: value } : { ok: true, value: { ...(sound[name] as { value?: object }).value, ...value } }]);
  const fact = await factOf(id, { ...sound, ...Object.fromEntries(parts) });
  return fact?.status === 'observed' ? fact.value : fact?.reason;
}
