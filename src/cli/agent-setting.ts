import { join } from 'node:path';

/** What the night watch may know of its surroundings: where to find the person's desktop, and nothing else. */
export function agentEnvironment(): Readonly<Record<string, string>> {
  const passed = ['HOME', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS', 'DISPLAY', 'WAYLAND_DISPLAY', 'TZ', 'XDG_STATE_HOME'];
  const own = passed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  return { PATH: '/usr/bin:/bin', ...Object.fromEntries(own) };
}

/** Who started this program, as far as it can be told. */
export function startedBy(): 'systemd' | 'terminal' | 'background' {
  if (process.env['INVOCATION_ID'] !== undefined && process.env['NOTIFY_SOCKET'] !== undefined) return 'systemd';
  return process.stderr.isTTY ? 'terminal' : 'background';
}

export function notifySocket(): string | undefined {
  return process.env['NOTIFY_SOCKET'];
}

/** The script of this program, to be started again for each job. */
export function ownScript(root: string): string {
  return join(root, 'bin', 'run.js');
}

/** Resolves when the program is told to stop: by its terminal, its supervisor, or the end of the program that started it. */
export function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.removeAllListeners(signal);
      process.on(signal, () => { resolve(); });
    }
  });
}

/** A job's program ends with the agent that started it; the line to it must not keep a finished one alive. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit(130));
  process.channel?.unref();
}
