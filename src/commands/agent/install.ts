import { Flags } from '@oclif/core';
import { installAgent, type InstallRequest } from '#agent/install/install-agent.js';
import { InstallCommand } from '#cli/install-command.js';
import { installPage } from '#cli/screens/install-page.js';
import { installKinds, type Installation } from '#domain/installation.js';
import { agentOnFile } from '#workflows/record-install.js';
import { staffNotice } from '#workflows/staff-notice.js';

export default class AgentInstall extends InstallCommand<typeof AgentInstall> {
  static override flags = {
    kind: Flags.option({ options: installKinds })(),
    'login-line': Flags.boolean({ default: false }),
    notify: Flags.boolean({ allowNo: true }),
    'keep-reports': Flags.integer({ min: 1, max: 1000 }),
    'dry-run': Flags.boolean({ default: false }),
    'notice-only': Flags.boolean({ exclusive: ['kind', 'login-line', 'dry-run'] }),
    by: Flags.string(),
  };

  /** A system unit and a Windows task are files that somebody else puts in place. */
  protected override get keepsOutputFlag(): boolean {
    return this.flags.kind === 'systemd-system' || this.flags.kind === 'windows-task' || (this.flags.kind === undefined && process.platform === 'win32');
  }

  async run(): Promise<Installation | { readonly notice: string }> {
    if (this.flags['notice-only']) return this.#noticeOnly();
    const installation = await installAgent(this.installSetting, this.#request());
    this.print(...installPage(installation, this.say, this.width));
    this.next(nextOf(installation));
    return this.finish(installation);
  }

  #request(): InstallRequest {
    const { kind, by } = this.flags;
    // Neither asked for nor refused.
    const notify = this.flags.notify as boolean | undefined;
    const keepReports = this.flags['keep-reports'];
    return {
      kind,
      output: this.keepsOutputFlag ? this.flags.output : undefined,
      loginLine: this.flags['login-line'],
      dryRun: this.flags['dry-run'],
      settings: { ...(notify === undefined ? {} : { notify }), ...(keepReports === undefined ? {} : { keepReports }) },
      by,
    };
  }

  async #noticeOnly(): Promise<{ readonly notice: string }> {
    const { identity, jobs, settings } = await agentOnFile(this.desk);
    const notice = staffNotice({ identity, jobs, folder: this.dataFolder, at: this.desk.door.now(), notify: settings.notify }, this.say);
    this.print(...notice.trimEnd().split('\n'));
    this.next('zicha agent status');
    return this.finish({ notice });
  }
}

function nextOf({ kind, dryRun, supervisor, files }: Installation): string {
  const isForOthers = kind === 'systemd-system' || kind === 'windows-task';
  if (isForOthers && !files.some(({ part }) => part === 'entry')) return `zicha agent install --kind ${kind} --output FILE`;
  if (dryRun) return `zicha agent install --kind ${kind}`;
  return isForOthers || supervisor === 'started' ? 'zicha agent status' : 'zicha agent start';
}
