import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { exitOfRun, failOptions } from '#cli/exit-of-run.js';
import { progressLine } from '#cli/progress-line.js';
import { runScreen } from '#cli/screens/run-screen.js';
import { wrap } from '#cli/wrap.js';
import { given } from '#workflows/given.js';
import { runAssessment, type AssessmentOutcome } from '#workflows/run-assessment.js';

export default class AssessRun extends DeskCommand<typeof AssessRun> {
  static override flags = {
    checklist: Flags.string({ multiple: true }),
    facts: Flags.string({ helpValue: 'FILE' }),
    root: Flags.string({ helpValue: 'DIR', exclusive: ['facts'] }),
    'save-facts': Flags.string({ helpValue: 'FILE' }),
    'fail-on': Flags.option({ options: failOptions, multiple: true })(),
    by: Flags.string(),
  };

  async run(): Promise<AssessmentOutcome> {
    const { checklist, facts, root, by } = this.flags;
    const progress = progressLine(this.say, this.flags.quiet || this.jsonEnabled());
    const outcome = await runAssessment(this.desk, {
      checklistIds: checklist ?? [],
      // What is no look at this machine today must not count as one.
      trigger: facts === undefined && root === undefined ? 'person' : 'replay',
      onProgress: progress.show,
      ...given({ by, root, factsFile: facts, saveFactsTo: this.flags['save-facts'] }),
    });
    progress.end();
    if (outcome.clockBehind) this.note(`${this.say('label.warning')}  ${this.say('clock.behind')}`);
    this.print(...runScreen(outcome, this.say, this.width, this.flags.verbose));
    if (outcome.excepted.length > 0) this.print(...wrap(this.say('finding.excepted', { count: outcome.excepted.length, items: outcome.excepted.map(({ itemId }) => itemId).join(' ') }), this.width));
    this.next(['zicha report self-assessment', ...(root === undefined ? [] : outcome.assessments.map(({ number }) => `--assessment ${number}`))].join(' '));
    return this.finish(outcome, exitOfRun(outcome, this.flags['fail-on'] ?? []));
  }
}
