import type { SheetId } from '../../../src/hosts/host';
import { templateLists } from '../../../src/sheet/template-lists';
import { RULEBOOK } from '../../support/rulebook';
import { CODES, PROFILES, active, marksOf, requests, rowsOf, useAdapter, value } from './support/adapter';

const start = useAdapter();

describe.each(PROFILES)('Excel %s', (profile) => {
  test('texts are remembered within the workbook', async () => {
    const { excel, host } = await start({ profile });
    const before = excel.snapshot();
    await value(host.remember('kpy.institution', '某校'));
    expect(await value(host.recall('kpy.institution'))).toBe('某校');
    await value(host.remember('kpy.institution', null));
    expect(await value(host.recall('kpy.institution'))).toBeNull();
    expect(excel.snapshot()).toEqual(before);
  });
});

test('requests do not grow with the rows', async () => {
  const counts: number[][] = [];
  for (const size of [100, 1_000, 10_000]) {
    const { excel, host } = await start();
    excel.paste('A1', rowsOf(size));
    let id = '' as SheetId;
    const all = await requests(excel, async () => ({ id } = await active(host)));
    const one = await requests(excel, () => value(host.read(id)));
    const marks = new Map(
      Array.from({ length: size }, (_, row) => [row, new Map([[0, 'e' as const]])] as const),
    );
    const mark = await requests(excel, () => value(host.mark(id, marks)));
    const write = await requests(excel, () =>
      value(
        host.write(
          id,
          rowsOf(size).map((line, row) => ({ row, column: 0, expected: line[0] ?? '', value: '张三' })),
        ),
      ),
    );
    counts.push([all, one, mark, write]);
  }
  expect(counts).toEqual([
    [2, 2, 1, 2],
    [2, 2, 1, 2],
    [2, 2, 1, 2],
  ]);
});

test('faults at each request of every other job are told, and the next try succeeds', async () => {
  for (const [code, problem] of CODES)
    for (const after of [0, 1, 2]) {
      const { excel, host } = await start();
      excel.paste('A1', rowsOf(3));
      const { id } = await active(host);
      await excel.settled();
      const before = excel.snapshot();
      const jobs: readonly (() => Promise<{ readonly ok: boolean; readonly problem?: string }>)[] = [
        () => host.mark(id, marksOf({ 0: { 0: 'e' } })),
        () => host.unmark(),
        () =>
          host.offerLists(
            id,
            { columns: new Map([['sex', 0]]), firstRow: 1, lastRow: 9 },
            templateLists(RULEBOOK),
          ),
        () => host.withdrawLists(),
        () => host.showOnly(id, { firstRow: 0, lastRow: 2 }, new Set([1])),
        () => host.showOnly(id, { firstRow: 0, lastRow: 2 }, null),
      ];
      for (const job of jobs) {
        excel.fail({ code, after });
        const first = await job();
        if (!first.ok) expect(first.problem).toBe(problem);
        // Uses up a fault that the job did not reach.
        for (let n = 0; n < 3; n++) await host.recall('x');
        expect(await job()).toMatchObject({ ok: true });
      }
      expect(excel.snapshot()).toEqual(before);
    }
});
