import { officialWorkbook } from '../../../src/documents/official-workbook';
import { officialLayout } from '../../../src/sheet/layout';
import { PROFILES, useAdapter, value } from './support/adapter';

const start = useAdapter();
const BYTES = officialWorkbook({ ...officialLayout(null), rows: [] });
const BASE64 = Buffer.from(BYTES).toString('base64');

describe.each(PROFILES)('Excel %s', (profile) => {
  test('a copy is opened beside the workbook, whose cells stay as they are', async () => {
    const { excel, host, downloads } = await start({ profile });
    const before = excel.snapshot();
    expect(await value(host.openCopy(BYTES, '汇总表.xlsx'))).toBe('opened');
    expect([excel.openedWorkbooks, excel.insertedWorkbooks, downloads]).toEqual([[BASE64], [], []]);
    expect(excel.snapshot()).toEqual(before);
  });
});

test('where no workbook can be opened its sheets come to this one', async () => {
  const { excel, host, downloads } = await start();
  excel.fail({ code: 'UnsupportedOperation' });
  expect(await value(host.openCopy(BYTES, '汇总表.xlsx'))).toBe('added-sheet');
  expect([excel.openedWorkbooks, excel.insertedWorkbooks, downloads]).toEqual([[], [BASE64], []]);
  expect(excel.sheets).toHaveLength(2);
});

test.each(['UnsupportedOperation', 'GeneralException', 'RequestPayloadSizeLimitExceeded', 'AccessDenied'])(
  '%s for both: the copy is downloaded under its name',
  async (code) => {
    const { excel, host, downloads } = await start();
    const before = excel.snapshot();
    excel.fail({ code, times: 2 });
    expect(await value(host.openCopy(BYTES, '汇总表.xlsx'))).toBe('downloaded');
    expect(downloads).toEqual(['汇总表.xlsx']);
    expect(excel.snapshot()).toEqual(before);
  },
);

test('a fault after the copy is open gives no second one', async () => {
  const { excel, host, downloads } = await start();
  excel.fail({ code: 'GeneralException', after: 1 });
  expect(await value(host.openCopy(BYTES, '汇总表.xlsx'))).toBe('opened');
  expect([excel.openedWorkbooks.length, excel.insertedWorkbooks, downloads]).toEqual([1, [], []]);
});

test('a workbook whose structure is protected gets no sheet: the copy is downloaded', async () => {
  const { excel, host, downloads } = await start();
  excel.protectStructure();
  excel.fail({ code: 'UnsupportedOperation' });
  expect(await value(host.openCopy(BYTES, '汇总表.xlsx'))).toBe('downloaded');
  expect([excel.insertedWorkbooks, downloads]).toEqual([[], ['汇总表.xlsx']]);
});

test('a host that is only busy is not asked for something else', async () => {
  const { excel, host, downloads } = await start();
  excel.fail({ code: 'InvalidOperationInCellEditMode' });
  expect(await host.openCopy(BYTES, '汇总表.xlsx')).toMatchObject({ ok: false, problem: 'cell-edit' });
  expect([excel.openedWorkbooks, excel.insertedWorkbooks, downloads]).toEqual([[], [], []]);
});

test('bytes of any size and value arrive whole', async () => {
  const { excel, host } = await start();
  const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 31) % 256);
  await value(host.openCopy(bytes, 'a.xlsx'));
  expect(Uint8Array.from(Buffer.from(excel.openedWorkbooks[0] ?? '', 'base64'))).toEqual(bytes);
});
