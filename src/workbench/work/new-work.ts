import type { KeptWork } from '../store/works';
import type { WorkbenchWords } from '../words';

/** Random enough to tell works apart, also on a page that is not served over https. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** A work that nobody has kept yet. */
export const newWork = (name: string): KeptWork => ({
  id: newId(),
  name,
  savedAt: Date.now(),
  exportedAt: null,
  revision: 0,
  people: 0,
  errors: 0,
});

/** The name of a copy, which ends as the name of the file does. */
export function copyName(name: string, words: WorkbenchWords): string {
  const [ending = ''] = /\.\w{3,4}$/.exec(name) ?? [];
  return words('copy-name', { name: name.slice(0, name.length - ending.length), ending });
}
