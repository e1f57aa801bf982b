import { performance } from 'node:perf_hooks';
import type { Say } from '#messages/say.js';
import type { DemoOutcome, DemoWatch } from '#workflows/demo-office.js';
import { progressLine } from './progress-line.js';
import { safeLine } from './safe-line.js';
import { runScreen } from './screens/run-screen.js';

export interface ShownDemo {
  readonly demo: DemoOutcome;
  /** One screen about what came out. */
  readonly screen: (width: number) => string[];
}

// Books that say at a glance how large the office is; all of them are on the status screen.
const named = ['personnel', 'places', 'computers', 'carriers', 'attendance', 'waste-paper'];

/** Runs a demo and tells each step on stderr as it is done. */
export async function showDemo(run: (watch: DemoWatch) => Promise<DemoOutcome>, say: Say, silent: boolean): Promise<ShownDemo> {
  const began = performance.now();
  const tell = (line: string): void => {
    if (!silent) process.stderr.write(`${safeLine(line)}\n`);
  };
  const progress = progressLine(say, silent);
  const demo = await run({
    office: (unit, imported) => {
      const counts = imported.filter((each) => named.includes(each.register)).map((each) => `${each.title} ${String(each.added)}`);
      const rows = imported.reduce((sum, each) => sum + each.added, 0);
      tell(say('demo.step-office', { unit, books: imported.length, rows, counts: counts.join(say('paper.list-joiner')) }));
    },
    answers: (count) => { tell(say('demo.step-answers', { answers: count })); },
    inspecting: progress.show,
    inspected: (assessments) => {
      progress.end();
      const probes = new Set(assessments.flatMap((assessment) => Object.keys(assessment.facts)));
      tell(say('demo.step-inspect', { probes: probes.size }));
    },
    printed: (pages) => { tell(say('demo.step-report', { pages })); },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  tell(say('demo.done', { seconds }));
  return { demo, screen: (width) => ['', ...runScreen(demo, say, width, false), '', say('demo.report', { path: demo.report.path })] };
}
