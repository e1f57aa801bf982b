import { z } from 'zod';
import { unseen } from '../probe.js';
import { windowsReader } from './reader.js';
import { Count } from './shapes.js';

/** Accounts by the last number of their identifier: below 1000 they come with Windows. */
export const Accounts = z.strictObject({ users: z.array(z.strictObject({ number: Count, enabled: z.boolean(), expires: z.boolean() })).max(1_000) });
type Users = z.infer<typeof Accounts>['users'];

export const accountSources: readonly string[] = ['Get-LocalUser / SID, Enabled, PasswordExpires (counts only)'];

const builtInAdministrator = 500;
const builtInGuest = 501;
const firstOwn = 1_000;

export const accounts = windowsReader({
  id: 'accounts',
  sources: accountSources,
  parts: { accounts: Accounts },
  answer: ({ accounts: { users } }) => {
    const numbers = known(users).map(({ number }) => number);
    return {
      total: users.length,
      uidZero: numbers.filter((number) => number === builtInAdministrator).length,
      login: users.filter(isLogin).length,
      systemWithShell: users.filter(({ number, enabled }) => enabled && number > builtInGuest && number < firstOwn).length,
      duplicateUids: numbers.length - new Set(numbers).size,
      guest: isGuestEnabled(users),
    };
  },
});

export const administrators = windowsReader({
  id: 'administrators',
  sources: [...accountSources, 'Get-LocalGroupMember / SID (members of the administrators counted)', 'Win32_ComputerSystem / PartOfDomain'],
  parts: { accounts: Accounts, administrators: z.strictObject({ local: z.array(Count).max(1_000), others: Count }) },
  answer: ({ accounts: { users }, administrators: { local, others } }) => {
    // The built-in one is in the group on every machine, and counts only while it is switched on.
    const idle = known(users).some(({ number, enabled }) => number === builtInAdministrator && !enabled);
    return { members: local.filter((number) => number !== builtInAdministrator || !idle).length + others };
  },
});

/** Windows shows neither a password nor its hash to anybody: what is seen is which of them never expire. */
export const passwordEntries = windowsReader({
  id: 'passwordEntries',
  sources: accountSources,
  parts: { accounts: Accounts },
  answer: ({ accounts: { users } }) => {
    const usable = known(users).filter(isLogin);
    return { withoutExpiry: usable.filter(({ expires }) => !expires).length, usable: usable.length };
  },
});

/** Every Windows has its built-in accounts: an empty list is no list. */
function known(users: Users): Users {
  if (!users.some(({ number }) => number === builtInAdministrator)) throw unseen('crashed', 'no built-in account');
  return users;
}

function isLogin({ number, enabled }: Users[number]): boolean {
  return enabled && (number === builtInAdministrator || number >= firstOwn);
}

export function isGuestEnabled(users: Users): boolean {
  return known(users).some(({ number, enabled }) => number === builtInGuest && enabled);
}
