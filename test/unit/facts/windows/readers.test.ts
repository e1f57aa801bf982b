import { describe, expect, it } from 'vitest';
import { windowsReaders } from '#facts/windows/readers.js';
import { partsIn } from '#facts/windows/script-answer.js';
import { answerOn, factOf, sound } from './windows-answer.js';

describe('every reader', () => {
  it.each(windowsReaders.map((reader) => [reader.id, reader] as const))('%s: answers on a machine in good order, from its own sources', async (id, { sources }) => {
    expect(await factOf(id, sound)).toMatchObject({ status: 'observed', sources });
  });

  it.each(windowsReaders.flatMap(({ id, parts }) => parts.map((part) => [id, part] as const)))('%s: a part in another shape (%s) is never taken for an answer', async (id, part) => {
    for (const odd of [{ ok: true, value: { odd: 1 } }, { ok: true }, 'text', null, undefined]) expect(await factOf(id, { ...sound, [part]: odd })).toMatchObject({ status: 'unavailable', reason: 'crashed' });
  });

  it.each(windowsReaders.map(({ id, parts }) => [id, parts] as const))('%s: what may not be read is told as that', async (id, parts) => {
    const closed = Object.fromEntries(parts.map((part) => [part, { ok: false, reason: 'no-permission' }]));
    expect(await factOf(id, { ...sound, ...closed })).toMatchObject({ status: 'unavailable', reason: 'no-permission' });
  });
});

describe('a machine whose script gave nothing', () => {
  it.each([
    ['has no PowerShell', { kind: 'tool-missing' }, 'tool-missing'],
    ['did not answer in time', { kind: 'timed-out' }, 'timed-out'],
    ['forbids scripts', { kind: 'denied', detail: 'execution policy of PowerShell' }, 'no-permission'],
    ['broke off', { kind: 'failed', detail: 'exit 1' }, 'crashed'],
  ] as const)('%s', async (_, look, reason) => {
    expect(await factOf('firewall', look)).toMatchObject({ status: 'unavailable', reason });
  });

  it('a question that is not put to Windows names no file of Linux', async () => {
    expect(await factOf('sudo', sound)).toMatchObject({ status: 'unavailable', reason: 'unsupported', sources: [] });
  });
});

describe('what the script printed', () => {
  it.each([
    ['a document', 0, '{"parts":{"a":{"ok":true,"value":1}}}', '', { kind: 'parts', parts: { a: { ok: true, value: 1 } } }],
    ['half a document', 0, '{"parts":{"a":', '', { kind: 'failed' }],
    ['another document', 0, '[]', '', { kind: 'failed' }],
    ['nothing, for the policy forbids scripts', 1, '', '+ FullyQualifiedErrorId : Unauthor\r\n   izedAccess', { kind: 'denied' }],
    ['nothing, in a process of 32 bits', 3, '', '', { kind: 'unsupported' }],
    ['nothing, where the language is restricted', 4, '', '', { kind: 'denied' }],
    ['nothing, for another reason', 1, '', 'ParserError', { kind: 'failed' }],
  ])('%s', (_, exitCode, stdout, stderr, look) => {
    expect(partsIn(exitCode, stdout, stderr)).toMatchObject(look);
  });
});

describe('on Windows', () => {
  it.each([
    ['the screen saver without a password locks nothing', 'screenLock', { screenLock: { machineSeconds: null, policy: { active: null, secure: null, seconds: null, program: false }, own: { active: '1', secure: '0', seconds: '600', program: true } } }, { enabled: false, idleMinutes: 0, mandatory: false }],
    ['an administrator called to the desk says nothing about the person there', 'screenLock', { screenLock: { person: false, machineSeconds: null } }, 'unsupported'],
    ['a password for ever', 'passwordPolicy', { passwordPolicy: { maxSeconds: -1 } }, { minLength: 12, maxDays: 99_999, history: 10 }],
    ['one profile that is off leaves a way in', 'firewall', { firewall: { profiles: [{ enabled: 'True', inbound: 'Block' }, { enabled: 'False', inbound: 'Block' }] } }, { active: false, kind: 'none' }],
    ['another firewall may stand in, and cannot be seen', 'firewall', { firewall: { profiles: [{ enabled: 'False', inbound: 'Block' }] }, securityProducts: { scanners: 0, firewalls: 1 } }, 'unsupported'],
    ['shares for administration are no shares', 'shares', { services: { fileServer: true }, shares: { kinds: [2_147_483_648, 2_147_483_651, 0] } }, { samba: 1, nfs: 0, guestAllowed: false }],
    ['faster disks have a driver of their own', 'storagePolicy', { storagePolicy: { start: 4, attachedStart: 3, denyAll: null, denyInstall: null } }, { blocked: false, ruled: false }],
    ['the policy for remote desktops wins over the setting', 'graphicalRemote', { remoteAccess: { desktopDenied: 0, desktopDeniedByPolicy: 1 } }, { loginFromElsewhere: false, sharesScreen: false }],
    ['a phone on the cable is no network card', 'network', { adapters: { shown: [{ hardware: true, medium: 0, admin: 1, state: 1, promiscuous: false, known: true, phone: true }] } }, { activeAdapters: [{ kind: 'mobile' }], defaultRoutes: 1, tethering: true }],
    ['the three servers of its own making are none', 'nameServers', { nameServers: { servers: ['fec0:0:0:ffff::1', '8.8.8.8'] } }, { configured: 1, public: 1 }],
    ['an update dated tomorrow is a wrong clock', 'patches', { updates: { newest: '2027-01-01' } }, 'crashed'],
    ['an old BIOS has no secure boot', 'bootProtection', { firmware: { kind: 1, secureBoot: null } }, { firmware: 'bios' }],
  ])('%s', async (_, id, changed, expected) => {
    expect(await answerOn(id, changed)).toEqual(expected);
  });
});
