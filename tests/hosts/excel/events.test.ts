import type { HostEvent } from '../../../src/hosts/host';
import type { GridRange } from '../../../src/sheet/grid';
import { CODES, PROFILES, active, marksOf, rowsOf, useAdapter, value } from './support/adapter';

const start = useAdapter();

test('own writes are no events; the user’s are', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(3));
  const { id } = await active(host);
  const events: HostEvent[] = [];
  // Whose formats have changed Excel does not tell.
  const stop = await value(host.watch((event) => void (event.kind !== 'reshown' && events.push(event))));
  await value(host.mark(id, marksOf({ 1: { 0: 'e' } })));
  await value(host.write(id, [{ row: 0, column: 0, expected: '人员0', value: '张三' }]));
  await value(host.showOnly(id, { firstRow: 0, lastRow: 2 }, new Set([1])));
  await excel.settled();
  expect(events).toEqual([]);
  excel.type('B2', 'x');
  excel.insert('2:3');
  excel.clear('C:C');
  await excel.settled();
  expect(events).toEqual([
    { kind: 'edited', sheet: id, range: { top: 1, left: 1, bottom: 1, right: 1 } },
    { kind: 'restructured', sheet: id },
    { kind: 'edited', sheet: id, range: { top: 0, left: 2, bottom: 4, right: 2 } },
  ]);
  await stop();
});

test('what is cleared is told as far as something stood there, in rows too that were filled since the sheet was read', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(3));
  const { id } = await active(host);
  const ranges: GridRange[] = [];
  await value(host.watch((event) => void (event.kind === 'edited' && ranges.push(event.range))));
  excel.clear('E2:XFD4');
  excel.clear('C2:XFD1048576');
  await excel.settled();
  excel.type('A30', '李新');
  await excel.settled();
  await value(host.write(id, [{ row: 39, column: 0, expected: '', value: '王芳' }]));
  excel.clear('A:XFD');
  await excel.settled();
  expect(ranges).toEqual([
    { top: 1, left: 2, bottom: 2, right: 3 },
    { top: 29, left: 0, bottom: 29, right: 0 },
    { top: 0, left: 0, bottom: 39, right: 3 },
  ]);
});

test('formulas that were calculated nobody knows where are looked at wherever something stands', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(3));
  const { id } = await active(host);
  const events: HostEvent[] = [];
  await value(host.watch((event) => void events.push(event)));
  excel.raise('CalculatedEvent', excel.active, { address: null });
  await excel.settled();
  expect(events).toEqual([{ kind: 'reshown', sheet: id, range: { top: 0, left: 0, bottom: 2, right: 3 } }]);
});

test('who was given up and watches again hears of an edit once', async () => {
  const deadlines: (() => void)[] = [];
  const { excel, host } = await start({
    after: (_, callback) => {
      deadlines.push(callback);
      return () => undefined;
    },
  });
  const events: HostEvent[] = [];
  const listener = (event: HostEvent): void => void (event.kind === 'edited' && events.push(event));
  const first = host.watch(listener);
  deadlines.at(-1)?.();
  expect(await first).toMatchObject({ ok: false, givenUp: true });
  await excel.settled();
  await value(host.watch(listener));
  excel.type('B2', 'x');
  await excel.settled();
  expect(events).toHaveLength(1);
});

describe.each(PROFILES)('Excel %s', (profile) => {
  test('going to a cell of another sheet brings it to the front', async () => {
    const { excel, host } = await start({ profile, sheets: ['甲校', '乙校'] });
    excel.paste('乙校!A1', rowsOf(3));
    const [, other] = await value(host.readAll());
    if (other === undefined) throw new Error('two sheets');
    await value(host.select(other.id, 2, 27));
    expect(excel.active.name).toBe('乙校');
    expect(excel.selection).toEqual({ r0: 2, c0: 27, r1: 2, c1: 27 });
  });

  test('the selection is told, also of a sheet that comes to the front', async () => {
    const { excel, host } = await start({ profile, sheets: ['甲校', '乙校'] });
    const [first, second] = await value(host.readAll());
    if (first === undefined || second === undefined) throw new Error('two sheets');
    const events: HostEvent[] = [];
    const stop = await value(host.watch((event) => void events.push(event)));
    excel.select('C5:D9');
    await excel.settled();
    excel.activate('乙校');
    await excel.settled();
    expect(events).toEqual([
      { kind: 'selected', sheet: first.id, row: 4, column: 2 },
      { kind: 'selected', sheet: second.id, row: 0, column: 0 },
    ]);
    await stop();
    excel.select('A1');
    await excel.settled();
    expect(events).toHaveLength(2);
  });
});

test('sheets that come, go, or get another name are told; ours are not', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(3));
  const { id } = await active(host);
  const events: string[] = [];
  const stop = await value(host.watch(({ kind }) => void events.push(kind)));
  const happens = async (act: () => void): Promise<readonly string[]> => {
    events.length = 0;
    act();
    await excel.settled();
    return events.filter((kind) => kind !== 'selected');
  };
  expect(await happens(() => excel.addSheet('乙校'))).toEqual(['sheets']);
  expect(await happens(() => void excel.renameSheet('乙校', '丙校'))).toEqual(['sheets']);
  expect(await happens(() => void excel.hideSheet('丙校'))).toEqual(['sheets']);
  expect(await happens(() => excel.duplicateSheet('Sheet1'))).toEqual(['sheets']);
  expect(await happens(() => void excel.deleteSheet('Sheet1 (2)'))).toEqual(['sheets']);
  expect(await happens(() => void excel.protect('Sheet1'))).toEqual(['altered']);
  expect(await happens(() => void excel.unprotect('Sheet1'))).toEqual(['altered']);
  events.length = 0;
  await value(host.mark(id, marksOf({ 0: { 0: 'e' } })));
  await value(host.unmark());
  await excel.settled();
  expect(events).toEqual([]);
  await stop();
});

test.each(CODES)('%s while the watch begins is told; the next try hears', async (code, problem) => {
  const { excel, host } = await start();
  const heard: HostEvent[] = [];
  excel.fail({ code });
  expect(await host.watch((event) => void heard.push(event))).toMatchObject({ ok: false, problem });
  excel.type('A1', 'x');
  await excel.settled();
  expect(heard).toEqual([]);
  const stop = await value(host.watch((event) => void heard.push(event)));
  excel.type('A2', 'x');
  await excel.settled();
  expect(heard).toHaveLength(1);
  await stop();
});
