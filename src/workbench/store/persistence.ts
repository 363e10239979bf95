const ASKED = 'kpy.persistence-asked';

let askedHere = false;

/** A browser that keeps nothing is asked once a page. */
function wasAsked(): boolean {
  try {
    return askedHere || localStorage.getItem(ASKED) !== null;
  } catch {
    return askedHere;
  }
}

/**
 * Asks the browser once not to clear kept works when its disk runs full; some ask the user. One that refuses may clear them
 * then, as it may clear the data of every site.
 */
export async function askToPersist(): Promise<void> {
  if (wasAsked()) return;
  askedHere = true;
  try {
    localStorage.setItem(ASKED, '1');
  } catch {
    // Another page asks once more, then.
  }
  // Neither is there on a page that is not served over https.
  const storage = navigator.storage as Partial<StorageManager> | undefined;
  await storage?.persist?.().catch(() => false);
}

/** With all works gone, the next first one asks again. */
export function forgetPersistence(): void {
  askedHere = false;
  try {
    localStorage.removeItem(ASKED);
  } catch {
    // There is none.
  }
}
