import type { WorkRecord } from '../../src/hosts/browser';
import { Autosave, type SaveState } from '../../src/workbench/store/autosave';
import type { KeptWork, SaveOutcome } from '../../src/workbench/store/works';

const WORK: KeptWork = {
  id: 'a',
  name: '名单.xlsx',
  savedAt: 0,
  exportedAt: null,
  revision: 3,
  people: 0,
  errors: 0,
};

/** A work on a page, over a browser that answers as it is told. */
function page(answer: SaveOutcome['outcome'] = 'saved'): {
  readonly autosave: Autosave;
  readonly saves: KeptWork[];
  readonly states: SaveState[];
  answer: SaveOutcome['outcome'];
} {
  const saves: KeptWork[] = [];
  const states: SaveState[] = [];
  const told = { answer };
  const autosave = new Autosave({
    works: {
      save: (work) => {
        saves.push(work);
        return Promise.resolve(
          told.answer === 'saved'
            ? { outcome: 'saved', work: { ...work, revision: work.revision + 1 } }
            : { outcome: told.answer },
        );
      },
    },
    work: WORK,
    record: () => ({ name: WORK.name }) as WorkRecord,
    counts: () => ({ sheets: 1, people: 12, errors: 4 }),
    now: () => Date.now(),
    onState: (state) => states.push(state),
  });
  return Object.assign(told, { autosave, saves, states });
}

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  jest.useRealTimers();
});

test('a change is saved once it is quiet, with what lists say of it', async () => {
  const { autosave, saves, states } = page();
  autosave.changed();
  await jest.advanceTimersByTimeAsync(700);
  autosave.changed();
  await jest.advanceTimersByTimeAsync(700);
  expect(saves).toEqual([]);
  await jest.advanceTimersByTimeAsync(200);
  expect(saves).toEqual([{ ...WORK, sheets: 1, people: 12, errors: 4, savedAt: 2_500 }]);
  expect(states).toEqual(['changed', 'changed', 'saved']);
});

test('one who never stops typing is saved all the same', async () => {
  const { autosave, saves } = page();
  for (let i = 0; i < 40; i++) {
    autosave.changed();
    await jest.advanceTimersByTimeAsync(300);
  }
  expect(saves.length).toBeGreaterThanOrEqual(2);
});

test('each save goes on from the revision of the one before', async () => {
  const { autosave, saves } = page();
  for (let i = 0; i < 3; i++) {
    autosave.changed();
    await autosave.flush();
  }
  expect(saves.map(({ revision }) => revision)).toEqual([3, 4, 5]);
});

test('a page that closes saves at once, and only where there is something', async () => {
  const { autosave, saves } = page();
  await autosave.flush();
  expect(saves).toEqual([]);
  autosave.changed();
  await autosave.flush();
  expect(saves).toHaveLength(1);
});

test('an export is kept with the work until something changes', async () => {
  const { autosave } = page();
  autosave.exported();
  await autosave.flush();
  expect(autosave.work.exportedAt).toBe(1_000);
  autosave.remembered();
  await autosave.flush();
  expect(autosave.work.exportedAt).toBe(1_000);
  autosave.changed();
  await autosave.flush();
  expect(autosave.work.exportedAt).toBeNull();
});

describe.each(['full', 'unavailable'] as const)('a browser that answers %s', (outcome) => {
  test('is told, and asked again after a time that grows, not at every change', async () => {
    const { autosave, saves, states } = page(outcome);
    autosave.changed();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(states).toEqual(['changed', outcome]);
    for (let i = 0; i < 9; i++) {
      autosave.changed();
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(saves).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(saves).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(18_000);
    expect(saves).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(saves).toHaveLength(3);
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(saves.length).toBeLessThan(20);
    expect(new Set(states)).toEqual(new Set(['changed', outcome]));
  });

  test('is asked at once where the user wants it, and saves as before once it has room', async () => {
    const told = page(outcome);
    const { autosave, saves } = told;
    autosave.changed();
    await autosave.flush();
    expect(autosave.state).toBe(outcome);
    await autosave.flush();
    expect(saves).toHaveLength(2);
    told.answer = 'saved';
    autosave.changed();
    await autosave.flush();
    expect(autosave.state).toBe('saved');
    autosave.changed();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(saves).toHaveLength(4);
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(saves).toHaveLength(4);
  });
});

test('what changes while a browser that had no room is saving is saved as well', async () => {
  const told = page('full');
  const { autosave, saves } = told;
  autosave.changed();
  await autosave.flush();
  told.answer = 'saved';
  const saving = autosave.flush();
  autosave.changed();
  await saving;
  expect(autosave.state).toBe('changed');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(saves).toHaveLength(3);
  expect(autosave.state).toBe('saved');
});

test.each(['conflict', 'gone'] as const)(
  '%s: nothing is saved behind the user’s back until it is kept as another',
  async (outcome) => {
    const told = page(outcome);
    const { autosave, saves } = told;
    autosave.changed();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(autosave.state).toBe(outcome);
    autosave.changed();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(saves).toHaveLength(1);
    told.answer = 'saved';
    await autosave.saveAs('b', '名单.xlsx（副本）');
    expect(saves.at(-1)).toMatchObject({ id: 'b', name: '名单.xlsx（副本）', revision: 0 });
    expect(autosave.state).toBe('saved');
  },
);

test('a work that cannot be read out is told as not kept, and tried again', async () => {
  const saves: KeptWork[] = [];
  let broken = true;
  const autosave = new Autosave({
    works: {
      save: (work) => {
        saves.push(work);
        return Promise.resolve({ outcome: 'saved', work });
      },
    },
    work: WORK,
    record: () => {
      if (broken) throw new Error('broken');
      return { name: WORK.name } as WorkRecord;
    },
    counts: () => ({ sheets: 0, people: 0, errors: 0 }),
    now: () => Date.now(),
    onState: () => undefined,
  });
  autosave.changed();
  await autosave.flush();
  expect(autosave.state).toBe('unavailable');
  broken = false;
  autosave.changed();
  await autosave.flush();
  expect([autosave.state, saves.length]).toEqual(['saved', 1]);
});

test('one that is stopped saves no more, whatever comes: the page may hold another work by then', async () => {
  const { autosave, saves } = page();
  autosave.changed();
  autosave.stop();
  autosave.changed();
  await jest.advanceTimersByTimeAsync(60_000);
  await autosave.flush();
  expect(saves).toEqual([]);
});
