import { OpenWorks } from '../../src/workbench/store/open-elsewhere';

const opened: OpenWorks[] = [];

/** What a browser gives a page that is served over https: a lock has one owner at most. */
function lockManager(): Pick<LockManager, 'request'> {
  const taken = new Set<string>();
  const request = async (
    name: string,
    _: LockOptions,
    work: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    await Promise.resolve();
    if (taken.has(name)) return work(null);
    taken.add(name);
    try {
      return await work({ name, mode: 'exclusive' });
    } finally {
      taken.delete(name);
    }
  };
  return { request: request as LockManager['request'] };
}

afterEach(() => {
  for (const works of opened.splice(0)) works.close();
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe.each([
  ['with locks', true],
  ['by asking, without locks', false],
] as const)('%s', (_, withLocks) => {
  let locks: Pick<LockManager, 'request'> | null;
  beforeEach(() => {
    locks = withLocks ? lockManager() : null;
  });

  const tab = (): OpenWorks => {
    const works = new OpenWorks(locks);
    opened.push(works);
    return works;
  };

  test('of tabs that open the same work at the same time one gets it', async () => {
    const tabs = [tab(), tab(), tab()];
    const answers = await Promise.all(tabs.map((each) => each.claim('a')));
    expect(answers.filter((mine) => mine)).toHaveLength(1);
  });

  test('one that is being opened, and one that is open, is nobody else’s', async () => {
    const [first, second] = [tab(), tab()];
    expect(await first.claim('a')).toBe(true);
    expect(await second.claim('a')).toBe(false);
    first.hold('a');
    expect(await second.claim('a')).toBe(false);
    expect(await second.claim('b')).toBe(true);
  });

  test('one that was not opened after all, or is left, is free', async () => {
    const [first, second] = [tab(), tab()];
    await first.claim('a');
    first.giveUp();
    await settled();
    expect(await second.claim('a')).toBe(true);
    second.hold('a');
    second.hold(null);
    await settled();
    expect(await first.claim('a')).toBe(true);
  });

  test('the work on the page stays held while another is opened, and where that fails', async () => {
    const [first, second] = [tab(), tab()];
    await first.claim('a');
    first.hold('a');
    await first.claim('b');
    first.giveUp();
    await settled();
    expect(await second.claim('a')).toBe(false);
    expect(await second.claim('b')).toBe(true);
  });

  test('one that is opened anew where it is open is never free in between', async () => {
    const [first, second] = [tab(), tab()];
    await first.claim('a');
    first.hold('a');
    expect(await first.claim('a')).toBe(true);
    first.hold(null);
    await settled();
    expect(await second.claim('a')).toBe(false);
    first.hold('a');
    expect(await second.claim('a')).toBe(false);
    expect(await first.claim('a')).toBe(true);
    first.giveUp();
    await settled();
    expect(await second.claim('a')).toBe(false);
  });

  test('a new work is held without being claimed', async () => {
    const [first, second] = [tab(), tab()];
    first.hold('n');
    await settled();
    expect(await second.claim('n')).toBe(false);
  });
});
