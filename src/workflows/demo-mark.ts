import { peekIdentity } from '#store/peek-identity.js';

/** True where the records are those of the invented office: whatever is shown of them says so. */
export function isDemoFolder(folder: string): boolean {
  return peekIdentity(folder)?.demo === true;
}
