import { describe, expect, it } from 'vitest';
import { answerOn } from './windows-answer.js';

type Example = readonly [name: string, changed: Readonly<Record<string, object | string>>, expected: unknown];

function examples(id: string, list: readonly Example[]): void {
  describe(id, () => {
    it.each(list)('%s', async (_, changed, expected) => {
      expect(await answerOn(id, changed)).toEqual(expected);
    });
  });
}

const user = (number: number, enabled = true, expires = true): object => ({ number, enabled, expires });
const card = (more: object): object => ({ hardware: true, medium: 14, admin: 1, state: 1, promiscuous: false, known: true, phone: false, ...more });
const disk = (more: object): object => ({ number: 1, bus: 7, boot: false, system: false, empty: false, ...more });
const saver = (more: object): object => ({ active: null, secure: null, seconds: null, program: false, ...more });

examples('operatingSystem', [
  ['the first build of Windows 11', { system: { build: '22000', revision: 1 } }, { id: 'windows-11', version: '10.0.22000', family: 'windows', kernel: '10.0.22000.1' }],
  ['the last of Windows 10', { system: { build: '19045', revision: null } }, { id: 'windows-10', version: '10.0.19045', family: 'windows', kernel: '10.0.19045' }],
  ['a server', { system: { kind: 'Server' } }, { id: 'windows-server', version: '10.0.22631', family: 'windows', kernel: '10.0.22631.4317' }],
  ['one older than the number of its version', { system: { major: null, minor: null, build: '7601', revision: null } }, { id: 'windows', version: '6.0.7601', family: 'windows', kernel: '6.0.7601' }],
]);

examples('desktop', [
  ['a server without one', { system: { kind: 'Server Core' } }, { present: false, sessions: 0 }],
]);

examples('bootProtection', [
  ['firmware of a kind that is not known', { firmware: { kind: 3 } }, 'not-found'],
  ['firmware that cannot do it', { firmware: { kind: 2, secureBoot: null } }, { firmware: 'uefi', secureBoot: false }],
]);

examples('accounts', [
  ['a guest, and an account of the system that was switched on', { accounts: { users: [user(500, false), user(501), user(503), user(1001), user(1002, false)] } }, { total: 5, uidZero: 1, login: 1, systemWithShell: 1, duplicateUids: 0, guest: true }],
  ['the built-in administrator in use', { accounts: { users: [user(500), user(501, false)] } }, { total: 2, uidZero: 1, login: 1, systemWithShell: 0, duplicateUids: 0, guest: false }],
  ['no account at all', { accounts: { users: [] } }, 'crashed'],
]);

examples('administrators', [
  ['the built-in one that is switched off does not count', { accounts: { users: [user(500, false), user(1001)] }, administrators: { local: [500, 1001], others: 0 } }, { members: 1 }],
  ['the one in use does, and so do members from elsewhere', { accounts: { users: [user(500), user(1001)] }, administrators: { local: [500, 1001], others: 2 } }, { members: 4 }],
]);

examples('passwordEntries', [
  ['those that never expire, of accounts in use', { accounts: { users: [user(500, false, false), user(1001, true, false), user(1002)] } }, { withoutExpiry: 1, usable: 2 }],
]);

examples('passwordPolicy', [
  ['the limit that Windows comes with is six weeks', { passwordPolicy: { maxSeconds: 3_710_851 } }, { minLength: 12, maxDays: 42, history: 10 }],
]);

examples('passwordAgeing', [
  ['five days unless told otherwise', { passwordPolicy: { warnDays: null, minSeconds: 86_400 } }, { warnDays: 5, minDays: 1, inactiveDays: -1 }],
  ['no warning', { passwordPolicy: { warnDays: 0 } }, { warnDays: 0, minDays: 0, inactiveDays: -1 }],
]);

examples('loginFailure', [
  ['never', { passwordPolicy: { tries: 0 } }, { locks: false, tries: 0 }],
  ['until an administrator opens it', { passwordPolicy: { tries: 5, unlockSeconds: -1 } }, { locks: true, tries: 5, unlockMinutes: 0 }],
  ['for half an hour', { passwordPolicy: { tries: 5, unlockSeconds: 1_800 } }, { locks: true, tries: 5, unlockMinutes: 30 }],
  ['a time that says nothing', { passwordPolicy: { tries: 5, unlockSeconds: 0 } }, { locks: true, tries: 5 }],
]);

examples('autologin', [
  ['written as a number', { autologin: { on: 1 } }, { enabled: true, managers: 1 }],
  ['not written', { autologin: { on: null } }, { enabled: false, managers: 0 }],
]);

const open = { machineSeconds: null, policy: saver({}) };
examples('screenLock', [
  ['a saver that has no program shows nothing and locks nothing', { screenLock: { ...open, own: saver({ active: '1', secure: '1', seconds: '300' }) } }, { enabled: false, idleMinutes: 0, mandatory: false }],
  ['the own choice of the person', { screenLock: { ...open, own: saver({ active: '1', secure: '1', seconds: '300', program: true }) } }, { enabled: true, idleMinutes: 5, mandatory: false }],
  ['what the policy says wins over it', { screenLock: { machineSeconds: null, policy: saver({ active: '1', secure: '1', seconds: '600', program: true }), own: saver({ active: '0', secure: '0', seconds: '60' }) } }, { enabled: true, idleMinutes: 10, mandatory: true }],
  ['the limit of the machine holds for everybody', { screenLock: { person: false, machineSeconds: 900 } }, { enabled: true, idleMinutes: 15, mandatory: true }],
  ['what an administrator has set for himself does not count', { screenLock: { person: false, machineSeconds: 900, own: saver({ active: '1', secure: '1', seconds: '60', program: true }) } }, { enabled: true, idleMinutes: 15, mandatory: true }],
]);

examples('network', [
  ['a card without a known driver may be a phone', { adapters: { shown: [card({ known: false })] } }, 'unsupported'],
  ['Bluetooth that carries a network is a phone, hardware or not', { adapters: { shown: [card({ hardware: false, medium: 10 })] } }, { activeAdapters: [{ kind: 'mobile' }], defaultRoutes: 1, tethering: true }],
  ['what is down, or made by a program, is no connection', { adapters: { shown: [card({ state: 2 }), card({ hardware: false })] } }, { activeAdapters: [], defaultRoutes: 1, tethering: false }],
  ['no adapter, not even a hidden one', { adapters: { total: 0, shown: [] } }, 'unsupported'],
  ['no route at all', { routes: { total: 0, defaults: 0 } }, 'unsupported'],
]);

examples('wireless', [
  ['one that is switched off', { adapters: { shown: [card({ medium: 9, admin: 2 }), card({ medium: 9, state: 2 }), card({})] } }, { adapters: 2, enabled: 1 }],
]);

examples('networkBridges', [
  ['a card that listens to others', { adapters: { shown: [card({ promiscuous: true }), card({ hardware: false, promiscuous: true })] } }, { promiscuous: 1 }],
  ['a card that does not say', { adapters: { shown: [card({ promiscuous: null })] } }, 'unsupported'],
]);

examples('savedWireless', [
  ['profiles that were never used', { joinedNetworks: { total: 1, wireless: 0 }, wirelessProfiles: { count: 2 } }, { count: 2 }],
  ['networks whose profiles are gone', { joinedNetworks: { total: 4, wireless: 3 }, wirelessProfiles: { count: 1 } }, { count: 3 }],
  ['networks are proof enough without the profiles', { joinedNetworks: { total: 4, wireless: 3 }, wirelessProfiles: 'no-permission' }, { count: 3 }],
  ['none joined, but the profiles may not be seen', { joinedNetworks: { total: 1, wireless: 0 }, wirelessProfiles: 'no-permission' }, 'no-permission'],
  ['none joined, and no folder of profiles', { joinedNetworks: { total: 1, wireless: 0 }, wirelessProfiles: 'not-found' }, { count: 0 }],
]);

examples('proxy', [
  ['a script of the machine', { proxy: { machineScript: true } }, { configured: true }],
  ['switched on for the person', { proxy: { own: 1 } }, { configured: true }],
]);

examples('kernelSettings', [
  ['what Windows does unless told otherwise', { routing: { interfaces: ['Disabled'], router: null, redirects: null, sourceRouting: null } }, { forwards: 0, acceptsRedirects: 1, sourceRoutes: 1 }],
  ['one adapter that forwards', { routing: { interfaces: ['Disabled', 'Enabled'], router: 0, redirects: 0, sourceRouting: 1 } }, { forwards: 1, acceptsRedirects: 0, sourceRoutes: 1 }],
]);

examples('firewall', [
  ['profiles that are on while the service is not', { services: { firewall: false } }, { active: false, kind: 'none' }],
  ['a profile that says nothing', { firewall: { profiles: [{ enabled: 'NotConfigured', inbound: 'Block' }] } }, { active: false, kind: 'none' }],
  ['off, and other products may not be seen', { firewall: { profiles: [{ enabled: 'False', inbound: 'Block' }] }, securityProducts: 'no-permission' }, 'unsupported'],
  ['off, on a system that keeps no list of products', { firewall: { profiles: [{ enabled: 'False', inbound: 'Block' }] }, securityProducts: 'unsupported' }, { active: false, kind: 'none' }],
]);

examples('firewallPolicy', [
  ['one profile that lets everybody in', { firewall: { profiles: [{ enabled: 'True', inbound: 'Allow' }, { enabled: 'True', inbound: 'Block' }] } }, { deniesIncoming: false, letsIn: 31 }],
]);

examples('secureShell', [
  ['a server whose file is not read', { serviceNames: { secureShell: true } }, 'unsupported'],
  ['none', {}, { installed: false, rootLogin: false, emptyPasswords: false, x11Forwarding: false }],
]);
examples('secureShellLimits', [['a server whose file is not read', { serviceNames: { secureShell: true } }, 'unsupported']]);

examples('graphicalRemote', [
  ['one of the two settings is not there', { remoteAccess: { desktopDenied: null, desktopDeniedByPolicy: null } }, 'not-found'],
  ['help from elsewhere is allowed', { remoteAccess: { assistance: 1, assistanceByPolicy: null } }, { loginFromElsewhere: false, sharesScreen: true }],
]);

examples('remoteControl', [
  ['programs, the remote desktop and help from elsewhere', { programs: { remote: 2 }, remoteAccess: { desktopDenied: 0, desktopDeniedByPolicy: null, assistance: 1, assistanceByPolicy: null } }, { present: 4, checked: 18 }],
  ['no list of programs', { programs: { total: 0 } }, 'unsupported'],
]);

const serving = { services: { fileServer: true } };
examples('shares', [
  ['a guest may enter', { ...serving, accounts: { users: [user(500, false), user(501)] } }, { samba: 0, nfs: 0, guestAllowed: true }],
  ['everybody means those without a name too', { ...serving, shares: { everyoneIncludesAnonymous: 1 } }, { samba: 0, nfs: 0, guestAllowed: true }],
  ['a server may share in other ways', { system: { kind: 'Server' } }, 'unsupported'],
]);

examples('printers', [
  ['one that is shared, and one of another machine', { ...serving, printers: { attributes: [0x248, 0x240], connections: 1 } }, { configured: 3, shared: true }],
  ['shared while nothing serves', { printers: { attributes: [0x248] } }, { configured: 1, shared: false }],
]);

examples('camera', [['one at fault may work again, one switched off does not', { devices: { cameras: [0, 10, 22, null] } }, { devices: 3 }]]);
examples('microphone', [['none', { devices: { captures: [] } }, { devices: 0 }]]);
examples('bluetooth', [
  ['one at fault may work again', { devices: { radios: [22, 28] } }, { adapters: 2, enabled: true }],
  ['no device of any kind', { devices: { total: 0 } }, 'unsupported'],
]);

examples('removableStorage', [
  ['a stick, a card reader without a card, the disk the machine runs from', { disks: { disks: [disk({}), disk({ number: 2, empty: true }), disk({ number: 3, boot: true }), disk({ number: 4, system: true })] }, partitions: { lettered: [1] } }, { attached: 1, mounted: 1 }],
  ['a memory card that is not mounted', { disks: { disks: [disk({ bus: 12 }), disk({ number: 0, bus: 17 })] }, partitions: { lettered: [0] } }, { attached: 1, mounted: 0 }],
  ['no disk at all', { disks: { disks: [] } }, 'unsupported'],
]);

examples('storageHistory', [
  ['slow ones and fast ones', { attachedBefore: { storage: 2, attachedScsi: 3 } }, { events: 5, sources: 1, complete: true }],
  ['no list of devices', { attachedBefore: { total: 0 } }, 'unsupported'],
]);

const unruled = { start: 3, attachedStart: 3, denyAll: null, denyRead: null, denyWrite: null, denyInstall: null };
examples('storagePolicy', [
  ['both drivers shut', { storagePolicy: { ...unruled, start: 4, attachedStart: 4 } }, { blocked: true, ruled: true }],
  ['there is but one driver', { storagePolicy: { ...unruled, start: 4, attachedStart: null } }, { blocked: true, ruled: true }],
  ['may be read but not written', { storagePolicy: { ...unruled, denyWrite: 1 } }, { blocked: false, ruled: true }],
  ['neither read nor written', { storagePolicy: { ...unruled, denyRead: 1, denyWrite: 1 } }, { blocked: true, ruled: true }],
]);

const quiet = { drives: null, ownDrives: null, commands: null, ownDisabled: null };
examples('autorun', [
  ['what Windows comes with leaves sticks to it', { autoplay: { ...quiet, drives: 0x91 } }, { automount: true, programs: true }],
  ['all but optical drives', { autoplay: { ...quiet, drives: 0x0c } }, { automount: true, programs: true }],
  ['all drives, for the person', { autoplay: { ...quiet, ownDrives: 0xff } }, { automount: false, programs: false }],
  ['the machine lets what the person forbids', { autoplay: { ...quiet, drives: 0x91, ownDrives: 0xff } }, { automount: true, programs: true }],
  ['media are opened, programs on them are not', { autoplay: { ...quiet, commands: 1 } }, { automount: true, programs: false }],
]);

examples('diskEncryption', [
  ['a volume that is prepared but open, and one whose state is not known', { encryption: { volumes: [{ protection: 0, prepared: true }, { protection: 2, prepared: false }] } }, { volumes: 0, configured: 1 }],
]);

examples('malwareScanner', [
  ['another product alone: how old its definitions are is not said', { securityProducts: { scanners: 1 }, defender: 'unsupported' }, { installed: 1 }],
  ['that of Windows alone', { securityProducts: { scanners: 0 } }, { installed: 1, definitions: '2026-11-19' }],
  ['none of either', { securityProducts: { scanners: 0 }, defender: { enabled: false } }, { installed: 0 }],
  ['none of one, and the other may not be seen', { securityProducts: { scanners: 0 }, defender: 'no-permission' }, 'no-permission'],
]);

const log = (oldest: string | null, enabled = true): object => ({ enabled, oldest });
examples('logs', [
  ['the log that reaches back least counts', { eventLogs: { logs: [log('2026-01-02'), log('2026-10-20')] } }, { persistent: true, syslog: true, oldest: '2026-10-20' }],
  ['empty, and one switched off', { eventLogs: { logs: [log(null), log(null, false)] } }, { persistent: false, syslog: true }],
]);

examples('timeSync', [
  ['told not to', { timeService: { type: 'NoSync' } }, { enabled: false }],
  ['its client switched off', { timeService: { client: 0 } }, { enabled: false }],
  ['started when it is due', { timeService: { start: 3, type: 'NT5DS', client: null } }, { enabled: true }],
  ['not there', { timeService: { start: null } }, 'not-found'],
]);

examples('patches', [['no update with a day', { updates: { dated: 0, newest: null } }, 'not-found']]);
examples('homeFolders', [['no profile, not even of the system', { homeFolders: { profiles: 0 } }, 'unsupported']]);
examples('autostart', [['a script at the start', { startup: { programs: 2, scripts: 1 } }, { desktopEntries: 2, cronFiles: 161, rcLocal: true }]]);
examples('ledgerIdentity', [['a day that lies ahead', { system: { installed: 1_900_000_000 } }, 'crashed']]);
examples('hardwareIdentity', [['no disk', { diskNumbers: { disks: 0 } }, 'unsupported']]);
