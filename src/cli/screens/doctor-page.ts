import stringWidth from 'string-width';
import type { Say } from '#messages/say.js';
import type { Diagnosis } from '#workflows/diagnose.js';

/** One line for each area: name, state, detail; the cure beneath where one is needed. */
export function doctorPage(diagnosis: Diagnosis, say: Say): string[] {
  const label = Math.max(...diagnosis.checks.map((check) => stringWidth(say(`doctor.${check.area}`))));
  const lines = diagnosis.checks.flatMap((check) => {
    const name = say(`doctor.${check.area}`);
    const head = `${name}${' '.repeat(label - stringWidth(name))}  ${say(`doctor-state.${check.state}`)}  ${check.detail}`;
    return check.cure === undefined ? [head] : [head, `${' '.repeat(label + 2)}${say('label.cure')}  ${check.cure}`];
  });
  const count = (state: string): number => diagnosis.checks.filter((check) => check.state === state).length;
  return [...lines, say('doctor.summary', { good: count('good'), note: count('note'), bad: count('bad') })];
}
