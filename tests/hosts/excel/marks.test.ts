import {
  PROFILES,
  RED,
  YELLOW,
  active,
  marksOf,
  requests,
  rowsOf,
  useAdapter,
  value,
} from './support/adapter';

const start = useAdapter();

describe.each(PROFILES)('Excel %s', (profile) => {
  test('marks show, follow, and leave no trace', async () => {
    const { excel, host } = await start({ profile });
    excel.paste('A1', rowsOf(5));
    const before = excel.snapshot();
    const { id } = await active(host);
    await value(host.mark(id, marksOf({ 1: { 0: 'e', 2: 'w' } })));
    expect(excel.marked('A1:AA10')).toEqual({ [RED]: ['A2'], [YELLOW]: ['C2'] });
    expect(await requests(excel, () => host.mark(id, marksOf({ 1: { 0: 'e', 2: 'w' } })))).toBe(0);
    await value(host.mark(id, marksOf({ 2: { 1: 'e' } })));
    expect(excel.marked('A1:AA10')).toEqual({ [RED]: ['B3'] });
    excel.duplicateSheet('Sheet1');
    excel.deleteSheet('Sheet1 (2)');
    await value(host.unmark());
    expect(excel.snapshot()).toEqual(before);
  });
});

test('pasting over marked cells takes the marks away; the next call brings them back', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(5));
  excel.paste('H1', rowsOf(1));
  const { id } = await active(host);
  const stop = await value(host.watch(() => undefined));
  const marks = marksOf({ 1: { 0: 'e' } });
  await value(host.mark(id, marks));
  const other = excel.addSheet('别处');
  excel.type(`${other.name}!A1`, '粘贴');
  excel.copy(`${other.name}!A1`);
  excel.pasteCopied('Sheet1!A2');
  await excel.settled();
  expect(excel.marked('Sheet1!A1:C5')).toEqual({});
  expect(await requests(excel, () => value(host.mark(id, marks)))).toBe(2);
  expect(excel.marked('Sheet1!A1:C5')).toEqual({ [RED]: ['A2'] });
  await stop();
});

test('Ctrl+Z in 365 takes back the mark, then the edit; marking anew then writes nothing', async () => {
  const { excel, host } = await start({ profile: 365 });
  excel.paste('A1', rowsOf(3));
  const { id } = await active(host);
  const stop = await value(host.watch(() => undefined));
  await value(host.mark(id, marksOf({ 0: { 0: 'e' } })));
  excel.type('B1', '');
  await excel.settled();
  await value(host.mark(id, marksOf({ 0: { 0: 'e', 1: 'e' } })));
  expect(excel.marked('A1:C3')).toEqual({ [RED]: ['A1', 'B1'] });
  expect(excel.undo()).toBe(true);
  expect(excel.marked('A1:C3')).toEqual({ [RED]: ['A1'] });
  expect(excel.undo()).toBe(true);
  await excel.settled();
  expect(excel.value('B1')).toBe('重庆某某职业技能培训学校');
  const before = excel.snapshot();
  await value(host.mark(id, marksOf({ 0: { 0: 'e' } })));
  expect(excel.snapshot()).toEqual(before);
  expect(excel.marked('A1:C3')).toEqual({ [RED]: ['A1'] });
  await stop();
});

test('Ctrl+Z in 2021 has nothing to take back after a mark was written', async () => {
  const { excel, host } = await start({ profile: 2021 });
  excel.paste('A1', rowsOf(3));
  const { id } = await active(host);
  await value(host.mark(id, marksOf({ 0: { 0: 'e' } })));
  expect(excel.undo()).toBe(false);
});

test('where no sheet can be added the formats lie on the cells, and vanish too', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(5));
  excel.protectStructure();
  const before = excel.snapshot();
  const { id } = await active(host);
  await value(host.mark(id, marksOf({ 1: { 0: 'e', 1: 'e' }, 3: { 2: 'w' } })));
  expect(excel.marked('A1:F9')).toEqual({ [RED]: ['A2', 'B2'], [YELLOW]: ['C4'] });
  await value(host.unmark());
  expect(excel.snapshot()).toEqual(before);
});

test('a duplicated sheet has marks of its own', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(5));
  const { id } = await active(host);
  await value(host.mark(id, marksOf({ 1: { 0: 'e' } })));
  excel.duplicateSheet('Sheet1');
  const copy = (await value(host.readAll())).find(({ grid }) => grid.name === 'Sheet1 (2)');
  if (copy === undefined) throw new Error('no copy');
  await value(host.mark(copy.id, marksOf({ 2: { 1: 'w' } })));
  expect(excel.marked('Sheet1!A1:AA10')).toEqual({ [RED]: ['A2'] });
  expect(excel.marked("'Sheet1 (2)'!A1:AA10")).toEqual({ [YELLOW]: ['B3'] });
  await value(host.unmark());
  expect(excel.marked('Sheet1!A1:AA10')).toEqual({});
  expect(excel.marked("'Sheet1 (2)'!A1:AA10")).toEqual({});
  expect(excel.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Sheet1 (2)']);
  expect(excel.sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toEqual([]);
});

test('several sheets are marked each, and a format of the user’s own stays', async () => {
  const { excel, host } = await start({ sheets: ['甲校', '乙校'] });
  for (const name of ['甲校', '乙校']) excel.paste(`${name}!A1`, rowsOf(4));
  excel.addConditionalFormat('甲校!B1:B4', 'ROW()=1', { 'fill.color': '#00FF00' });
  const before = excel.snapshot();
  const [first, second] = await value(host.readAll());
  if (first === undefined || second === undefined) throw new Error('two sheets');
  await value(host.mark(first.id, marksOf({ 0: { 0: 'e' } })));
  await value(host.mark(second.id, marksOf({ 3: { 2: 'e' } })));
  expect(excel.marked('甲校!A1:AA10')).toEqual({ [RED]: ['A1'], '#00FF00': ['B1'] });
  expect(excel.marked('乙校!A1:AA10')).toEqual({ [RED]: ['C4'] });
  await value(host.unmark());
  expect(excel.snapshot()).toEqual(before);
});

test('above Excel’s limit marks go in pieces, and all of them show', async () => {
  const { excel, host } = await start();
  const size = 40_000;
  excel.paste('A1', [['姓名']]);
  const { id } = await active(host);
  await excel.settled();
  excel.payloadLimit = 3_600_000;
  excel.resetCounters();
  const marks = new Map(
    Array.from(
      { length: size },
      (_, row) =>
        [
          row,
          new Map([
            [0, 'e' as const],
            [26, 'w' as const],
          ]),
        ] as const,
    ),
  );
  await value(host.mark(id, marks));
  expect(excel.counters.requests).toBeGreaterThan(1);
  expect(excel.marked('A1:AA1')).toEqual({ [RED]: ['A1'], [YELLOW]: ['AA1'] });
  expect(excel.marked(`A${size}:AA${size + 1}`)).toEqual({ [RED]: [`A${size}`], [YELLOW]: [`AA${size}`] });
});

test('a protected sheet cannot be marked: it is told, and nothing changes', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(3));
  excel.protect();
  const { id, protected: isProtected } = await active(host);
  expect(isProtected).toBe(true);
  await host.unmark();
  const before = excel.snapshot().sheets[0];
  expect(await host.mark(id, marksOf({ 1: { 0: 'e' } }))).toMatchObject({ ok: false, problem: 'protected' });
  expect(excel.snapshot().sheets[0]).toEqual(before);
});

test('the sheet of marks goes with its data sheet, and no other does', async () => {
  const { excel, host } = await start({ sheets: ['甲校', '乙校'] });
  for (const name of ['甲校', '乙校']) excel.paste(`${name}!A1`, rowsOf(3));
  const sheets = await value(host.readAll());
  const stop = await value(host.watch(() => undefined));
  for (const { id } of sheets) await value(host.mark(id, marksOf({ 1: { 0: 'e' } })));
  await excel.settled();
  expect(excel.snapshot().sheets).toHaveLength(4);
  excel.deleteSheet('甲校');
  await excel.settled();
  expect(excel.snapshot().sheets).toHaveLength(2);
  expect(excel.marked('乙校!A1:C5')).toEqual({ [RED]: ['A2'] });
  await stop();
});

test('marks that a protected sheet keeps are named, and those of the others go', async () => {
  const { excel, host } = await start({ sheets: ['甲校', '乙校'] });
  for (const name of ['甲校', '乙校']) excel.paste(`${name}!A1`, rowsOf(3));
  for (const { id } of await value(host.readAll())) await value(host.mark(id, marksOf({ 1: { 0: 'e' } })));
  excel.protect('甲校');
  const left = { ok: false, problem: 'partly-protected', detail: ['甲校'] };
  expect(await host.unmark()).toEqual(left);
  expect(excel.marked('甲校!A1:C5')).toEqual({ [RED]: ['A2'] });
  expect(excel.marked('乙校!A1:C5')).toEqual({});
  excel.unprotect('甲校');
  await value(host.unmark());
  expect(excel.snapshot().sheets).toHaveLength(2);
});

test('formats of other types stand beside ours', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(3));
  excel.addOtherFormat('D1:D9', 'ColorScale');
  const before = excel.snapshot();
  const { id } = await active(host);
  await value(host.mark(id, marksOf({ 1: { 0: 'e' } })));
  expect(excel.marked('A1:D9')).toEqual({ [RED]: ['A2'] });
  await value(host.unmark());
  expect(excel.snapshot()).toEqual(before);
});

test('formats that the library cannot read leave the sheet to be read', async () => {
  const { excel, host } = await start();
  excel.paste('A1', rowsOf(3));
  excel.addOtherFormat('D1:D9', 'unreadable');
  const { id, grid } = await active(host);
  expect(grid.rows[2]?.[0]?.text).toBe('人员2');
  expect((await value(host.read(id))).grid.rows).toHaveLength(3);
  expect(await host.mark(id, marksOf({ 1: { 0: 'e' } }))).toMatchObject({ ok: false, problem: 'failed' });
});
