import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error.js';
import { flagsBehind } from '#cli/flags-behind.js';

describe('flags before the command', () => {
  it.each([
    ['--lang en status', 'status --lang en'],
    ['--lang=en --data /tmp/office round list --all', 'round list --lang=en --data /tmp/office --all'],
    ['-q --json register list staff', 'register list staff -q --json'],
    ['--lang en register show staff -- -3', 'register show staff --lang en -- -3'],
    ['--lang en', '--help --lang en'],
    ['--lang en --help', '--help --lang en'],
    ['--json --version', '--version --json'],
  ])('go behind it: %s', (given, wanted) => {
    expect(flagsBehind(given.split(' ')).join(' ')).toBe(wanted);
  });

  it.each(['status --lang en', 'help round', '--help', ''])('leave everything else as it is: %s', (given) => {
    const argv = given.split(' ').filter((word) => word !== '');
    expect(flagsBehind(argv)).toEqual(argv);
  });

  it('that belong to one command only are an error that says so', () => {
    expect(() => flagsBehind(['--lang', 'en', '--all', 'round', 'list'])).toThrow(new AppError('usage-flag-first', { name: '--all' }));
  });
});
