import Sequencer from '@jest/test-sequencer';

/** The folders whose tests take longest, in this order. */
const LONG = ['/e2e/', '/hosts/browser/', '/taskpane/', '/cli/', '/hosts/'];

const place = ({ path }) => {
  const at = LONG.findIndex((folder) => path.includes(folder));
  return at === -1 ? LONG.length : at;
};

/**
 * Jest runs the longest tests first, so that no worker is left alone with one; on a fresh machine, where it knows no
 * durations, it goes by the size of the files. A browser takes longer than any file tells.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return sorted.some(({ duration }) => duration !== undefined)
      ? sorted
      : sorted.sort((a, b) => place(a) - place(b));
  }
}
