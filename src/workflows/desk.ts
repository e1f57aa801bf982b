import type { Actor } from '#domain/actor.js';
import type { Say } from '#messages/say.js';
import { programName } from '#messages/spellings.js';
import type { Door } from './door.js';

/** Where the program stands: `checklists/` and `templates/` are beside it. */
export interface Program {
  readonly root: string;
  readonly version: string;
}

/** Everything a job of the office needs from outside. */
export interface Desk {
  readonly program: Program;
  /** Folder of the records. */
  readonly folder: string;
  readonly door: Door;
  readonly say: Say;
}

/** The person at the keyboard, as claimed. */
export function claimed(person: string, role: Actor['role'] = 'officer'): Actor {
  return { person, role, proof: 'claimed' };
}

/** What happens by itself, e.g. a deviation running out. */
export const programActor: Actor = { person: programName, role: 'tool', proof: 'claimed' };
