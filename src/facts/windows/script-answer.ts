import { z } from 'zod';
import type { WindowsLook } from '../host.js';

const Answer = z.strictObject({ parts: z.record(z.string(), z.unknown()) });

/** How the script ends where it can read nothing; see its first lines. */
const wrongProcess = 3;
const restrictedLanguage = 4;

/** What the script printed, as parts; anything but one whole document is no answer. */
export function partsIn(exitCode: number, stdout: string, stderr: string): WindowsLook {
  if (exitCode === wrongProcess) return { kind: 'unsupported' };
  if (exitCode === restrictedLanguage) return { kind: 'denied', detail: 'restricted language mode of PowerShell' };
  if (exitCode !== 0) return isForbidden(stderr) ? { kind: 'denied', detail: 'execution policy of PowerShell' } : { kind: 'failed', detail: `exit ${exitCode}` };
  const answer = Answer.safeParse(documentIn(stdout));
  return answer.success ? { kind: 'parts', parts: answer.data.parts } : { kind: 'failed', detail: 'not one JSON document' };
}

// The identifier of the error is the same in every language; its line may be wrapped anywhere.
function isForbidden(stderr: string): boolean {
  return stderr.replace(/\s/g, '').includes('UnauthorizedAccess');
}

function documentIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut short or something else: the caller says so.
    return undefined;
  }
}
