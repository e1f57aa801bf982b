import { AppError } from '#domain/app-error.js';

interface ParserError {
  readonly message: string;
  readonly flags?: readonly string[];
  readonly args?: readonly (string | { readonly name: string })[];
}

type Reader = (error: ParserError) => AppError | undefined;

const byClass: Readonly<Record<string, Reader>> = {
  NonExistentFlagsError: (error) => new AppError('usage-unknown-flag', { name: (error.flags ?? []).join(', ') }),
  UnexpectedArgsError: (error) => new AppError('usage-unexpected-argument', { name: names(error) }),
  RequiredArgsError: (error) => new AppError('usage-missing-argument', { name: names(error) }),
  FlagInvalidOptionError: (error) => option(/^Expected (--\S+?)=(.*) to be one of: (.*)/s, error),
  ArgInvalidOptionError: (error) => option(/^Expected ()(.*) to be one of: (.*)/s, error),
  FailedFlagValidationError: (error) => missingFlag(error) ?? new AppError('usage-flags-conflict', { detail: firstLine(error.message) }),
  CLIError: (error) => flagValue(error) ?? number(error) ?? missingCommand(error),
};

/** The argument parser speaks English and exits as it likes: its errors as ours, or undefined for others. */
export function fromParser(error: unknown): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  const known = byClass[error.constructor.name];
  if (known === undefined) return undefined;
  return known(error) ?? new AppError('usage-invalid', { detail: firstLine(error.message) });
}

function names(error: ParserError): string {
  return (error.args ?? []).map((each) => (typeof each === 'string' ? each : each.name)).join(', ');
}

function option(pattern: RegExp, error: ParserError): AppError | undefined {
  const match = pattern.exec(error.message);
  if (match === null) return undefined;
  const [, name = '', value = '', allowed = ''] = match;
  return new AppError('usage-not-an-option', { name, value, allowed: firstLine(allowed) });
}

function missingFlag(error: ParserError): AppError | undefined {
  const found = [...error.message.matchAll(/Missing required flag (\S+)/g)].map((match) => `--${match[1] ?? ''}`);
  return found.length === 0 ? undefined : new AppError('usage-missing-flag', { name: found.join(', ') });
}

function flagValue(error: ParserError): AppError | undefined {
  const match = /^Flag (--\S+) expects (?:a value|one of)/.exec(error.message);
  return match?.[1] === undefined ? undefined : new AppError('usage-flag-value-missing', { name: match[1] });
}

function number(error: ParserError): AppError | undefined {
  const match = /Expected an integer.*?: (.*)/.exec(error.message);
  return match?.[1] === undefined ? undefined : new AppError('usage-not-a-number', { value: match[1] });
}

function missingCommand(error: ParserError): AppError | undefined {
  const match = /^command (.+) not found/.exec(error.message);
  return match?.[1] === undefined ? undefined : new AppError('usage-unknown-command', { name: match[1].replaceAll(':', ' '), hint: '' });
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
