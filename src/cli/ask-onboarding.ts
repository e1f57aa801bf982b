import { IsoDay } from '#domain/primitives.js';
import type { Say } from '#messages/say.js';
import type { Onboarding, OnboardRequest } from '#workflows/onboard-person.js';

type Answers = Partial<Omit<OnboardRequest, 'person'>>;

/** Asks for the next open step; undefined where the officer stops for today. */
export async function askOnboarding({ steps }: Onboarding, say: Say): Promise<Answers | undefined> {
  const next = steps.find((line) => !line.done)?.step;
  if (next === undefined || next === 'roster') return undefined;
  const { confirm, input } = await import('@inquirer/prompts');
  if (!(await confirm({ message: say('ask.step', { step: say(`step.${next}`) }) }))) return undefined;
  const text = (key: Parameters<Say>[0]): Promise<string> => input({ message: say(key), required: true });
  const day = (key: Parameters<Say>[0]): Promise<string> => input({ message: `${say(key)} (YYYY-MM-DD)`, required: true, validate: (value) => IsoDay.safeParse(value).success });
  const questions: Readonly<Record<typeof next, () => Promise<Answers>>> = {
    post: async () => ({ post: await text('flag.post'), postLevel: await text('flag.post-level'), level: await text('flag.level') }),
    vetting: async () => ({ vettingAt: await day('flag.vetting-at'), vettingResult: await text('flag.vetting-result') }),
    training: async () => ({ trainedAt: await day('flag.trained-at') }),
    undertaking: async () => ({ undertakingAt: await day('flag.undertaking-at') }),
    'in-post': async () => ({ since: await day('flag.in-post-at') }),
    passports: async () => ({ passports: await text('flag.passports') }),
    'exit-filing': async () => ({ exitRecord: await confirm({ message: say('step.exit-filing') }) }),
  };
  return questions[next]();
}
