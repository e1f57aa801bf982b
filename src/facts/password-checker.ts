import type { Host } from './host.js';
import { folderLines, lastValue, settingLines } from './look.js';

/** What the program that judges new passwords demands. */
export interface PasswordDemand {
  readonly minLength: number;
  readonly complexity: boolean;
}

/** Read from the PAM password lines and from the settings of the module they name. */
export async function passwordDemand(host: Host, stack: readonly string[]): Promise<PasswordDemand> {
  const checker = stack.find((line) => /\bpam_(pwquality|cracklib|deepin_pw_check)\.so/.test(line)) ?? '';
  if (checker.includes('pam_deepin_pw_check')) return deepin(host);
  if (checker === '') return { minLength: withoutChecker(stack.find((line) => /\bpam_unix\.so/.test(line)) ?? ''), complexity: false };
  // libpwquality reads its drop-ins first and the main file last.
  const quality = checker.includes('pam_pwquality') ? [...(await folderLines(host, '/etc/security/pwquality.conf.d')), ...(await settingLines(host, '/etc/security/pwquality.conf'))] : [];
  const option = (name: string, otherwise: number): number => numberFrom(new RegExp(`\\b${name}=(-?\\d+)`).exec(checker)?.[1] ?? lastValue(quality, name)) ?? otherwise;
  return demandOf(option, checker.includes('pam_cracklib') ? cracklib : pwquality);
}

export function numberFrom(text: string | undefined): number | undefined {
  return text === undefined || !/^-?\d+/.test(text) ? undefined : Number.parseInt(text, 10);
}

// What the modules do when nothing is written.
const pwquality = { minlen: 8, credit: 0 };
const cracklib = { minlen: 9, credit: 1 };
const credits: readonly string[] = ['dcredit', 'ucredit', 'lcredit', 'ocredit'];

function demandOf(option: (name: string, otherwise: number) => number, usual: typeof pwquality): PasswordDemand {
  const given = credits.map((name) => option(name, usual.credit));
  // A positive credit lets a shorter password pass, a negative one demands a class.
  const bonus = given.filter((credit) => credit > 0).reduce((sum, credit) => sum + credit, 0);
  const demanded = Math.max(given.filter((credit) => credit < 0).length, option('minclass', 0));
  return { minLength: option('minlen', usual.minlen) - bonus, complexity: demanded >= 3 };
}

// Debian's `obscure` asks for six characters.
function withoutChecker(unix: string): number {
  return numberFrom(/\bminlen=(\d+)/.exec(unix)?.[1]) ?? (/\bobscure\b/.test(unix) ? 6 : 0);
}

async function deepin(host: Host): Promise<PasswordDemand> {
  const lines = await settingLines(host, '/etc/deepin/dde.conf');
  if (!/^true$/i.test(lastValue(lines, 'STRONG_PASSWORD') ?? '')) return { minLength: 0, complexity: false };
  return { minLength: numberFrom(lastValue(lines, 'PASSWORD_MIN_LENGTH')) ?? 0, complexity: (numberFrom(lastValue(lines, 'VALIDATE_REQUIRED')) ?? 0) >= 3 };
}
