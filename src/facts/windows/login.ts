import { z } from 'zod';
import { unseen } from '../probe.js';
import { windowsReader } from './reader.js';
import { currentVersion, Dword, Loose, registry, systemPolicies } from './shapes.js';

const Policy = z.strictObject({ minLength: z.int(), minSeconds: z.int(), maxSeconds: z.int(), history: z.int(), tries: z.int(), unlockSeconds: z.int(), warnDays: Dword });
const policySources: readonly string[] = [
  ...['Get-LocalUser / SID, Name (counts only)', 'ADSI WinNT / MinPasswordLength, MinPasswordAge, MaxPasswordAge, PasswordHistoryLength, MaxBadPasswordsAllowed, AutoUnlockInterval'],
  registry(`${currentVersion}\\Winlogon`, 'PasswordExpiryWarning'),
];
const daySeconds = 86_400;
const never = 99_999;

export const autologin = windowsReader({
  id: 'autologin',
  sources: [registry(`${currentVersion}\\Winlogon`, 'AutoAdminLogon')],
  parts: { autologin: z.strictObject({ on: Loose }) },
  answer: ({ autologin: { on } }) => ({ enabled: on !== null && !['', '0'].includes(String(on).trim()), managers: on === null ? 0 : 1 }),
});

/** Whether passwords must be complex is shown by no typed source, so it is left out. */
export const passwordPolicy = windowsReader({
  id: 'passwordPolicy',
  sources: policySources,
  parts: { passwordPolicy: Policy },
  // Forever is told as minus one.
  answer: ({ passwordPolicy: { minLength, maxSeconds, history } }) => ({ minLength, maxDays: maxSeconds <= 0 ? never : Math.floor(maxSeconds / daySeconds), history }),
});

/** Windows warns five days ahead unless told otherwise, and shuts no account because its password has expired. */
export const passwordAgeing = windowsReader({
  id: 'passwordAgeing',
  sources: policySources,
  parts: { passwordPolicy: Policy },
  answer: ({ passwordPolicy: { warnDays, minSeconds } }) => ({ warnDays: warnDays ?? 5, minDays: Math.floor(minSeconds / daySeconds), inactiveDays: -1 }),
});

export const loginFailure = windowsReader({
  id: 'loginFailure',
  sources: policySources,
  parts: { passwordPolicy: Policy },
  answer: ({ passwordPolicy: { tries, unlockSeconds } }) => {
    if (tries <= 0) return { locks: false, tries: 0 };
    // Minus one: until an administrator opens it.
    if (unlockSeconds < 0) return { locks: true, tries, unlockMinutes: 0 };
    return { locks: true, tries, ...(unlockSeconds === 0 ? {} : { unlockMinutes: unlockSeconds / 60 }) };
  },
});

export const loginScreen = windowsReader({
  id: 'loginScreen',
  sources: [registry(systemPolicies, 'dontdisplaylastusername')],
  parts: { loginScreen: z.strictObject({ hideLast: Dword }) },
  answer: ({ loginScreen: { hideLast } }) => ({ hidesUsers: hideLast === 1 }),
});

const Saver = z.strictObject({ active: Loose, secure: Loose, seconds: Loose, program: z.boolean() });
const Lock = z.strictObject({ person: z.boolean(), machineSeconds: Dword, policy: Saver, own: Saver });
const saverValues: readonly string[] = ['ScreenSaveActive', 'ScreenSaverIsSecure', 'ScreenSaveTimeOut', 'SCRNSAVE.EXE'];

export const screenLock = windowsReader({
  id: 'screenLock',
  sources: [
    registry(systemPolicies, 'InactivityTimeoutSecs'),
    ...['HKCU:\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop', 'HKCU:\\Control Panel\\Desktop'].map((key) => `${registry(key, ...saverValues)} (screen lock of the user who runs the check)`),
    'Win32_ComputerSystem / UserName (whether it is the user who runs the check)',
  ],
  parts: { screenLock: Lock },
  answer: ({ screenLock: lock }) => {
    const machine = lock.machineSeconds ?? 0;
    if (!lock.person && machine <= 0) throw unseen('unsupported', 'not run by the person at the machine');
    const own = lock.person ? saverSeconds(lock) : 0;
    const seconds = [machine, own].filter((each) => each > 0);
    const mandatory = machine > 0 || (lock.person && isWhole(lock.policy));
    return { enabled: seconds.length > 0, idleMinutes: seconds.length === 0 ? 0 : Math.min(...seconds) / 60, mandatory };
  },
});

// What the policy sets wins over the person's own choice; without a program, or without a password, nothing is locked.
function saverSeconds({ policy, own }: z.infer<typeof Lock>): number {
  const value = (key: 'active' | 'secure' | 'seconds'): string => String(policy[key] ?? own[key] ?? '0').trim();
  const locks = value('active') === '1' && value('secure') === '1' && (policy.program || own.program);
  return locks && /^\d+$/.test(value('seconds')) ? Number(value('seconds')) : 0;
}

function isWhole(policy: z.infer<typeof Saver>): boolean {
  return policy.active !== null && policy.secure !== null && policy.seconds !== null;
}
