import type { Say } from '#messages/say.js';
import type { Progress } from '#workflows/inspect-machine.js';

/** One line on stderr that is written over; nothing where nobody watches. */
export function progressLine(say: Say, silent: boolean): { readonly show: Progress; end(): void } {
  const visible = !silent && process.stderr.isTTY;
  return {
    show: (done, total) => {
      if (visible) process.stderr.write(`\r${say('progress.inspecting', { done, total })}`);
    },
    end: () => {
      if (visible) process.stderr.write('\r\u001b[K');
    },
  };
}
