import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectDone, newDesk, type Desk, type Outcome } from './zicha.js';

// Read before the program: its clock starts at the moment that is handed in. No package of the system is needed for it.
const handedInClock = `
  const Real = Date;
  const ahead = Real.parse(process.env.ZICHA_TEST_CLOCK) - Real.now();
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length === 0 ? [Real.now() + ahead] : given)); }
    static now() { return Real.now() + ahead; }
  };
`;
const loadClock = `--import=data:text/javascript,${encodeURIComponent(handedInClock)}`;

/** A desk on which the days pass as a test says: every command runs a minute after the one before. */
export interface DatedDesk extends Omit<Desk, 'runWith'> {
  /** Goes on to ten o'clock of that day. */
  on(day: string): void;
  /** Runs, and expects it to be done. */
  done(...args: readonly string[]): Outcome;
  /** A file of the office. */
  file(name: string, text: string | Uint8Array): string;
}

export function datedDesk(): DatedDesk {
  const desk = newDesk();
  let moment = Date.parse('2026-01-01T02:00:00.000Z');
  const run = (...args: readonly string[]): Outcome => {
    moment += 60_000;
    return desk.runWith({ NODE_OPTIONS: loadClock, ZICHA_TEST_CLOCK: new Date(moment).toISOString() }, ...args);
  };
  return {
    home: desk.home,
    data: desk.data,
    run,
    done: (...args) => expectDone(run(...args)),
    on: (day) => {
      const next = Date.parse(`${day}T02:00:00.000Z`);
      if (next < moment) throw new Error(`${day} is over`);
      moment = next;
    },
    file: (name, text) => {
      const path = join(desk.home, name);
      writeFileSync(path, text);
      return path;
    },
  };
}
