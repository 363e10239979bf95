import fc from 'fast-check';
import { firstTexts } from './support/read';
import { rawZip } from './support/raw-zip';
import { sheetZip, workbookParts } from './support/workbook-zip';

const A1 = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const shared = async (si: string): Promise<string | undefined> =>
  (await firstTexts(sheetZip(A1, { strings: `<si>${si}</si>` }))).A1;
const inline = async (is: string): Promise<string | undefined> =>
  (await firstTexts(sheetZip(`<row r="1"><c r="A1" t="inlineStr"><is>${is}</is></c></row>`))).A1;

describe.each([
  ['shared', shared],
  ['inline', inline],
])('%s text', (_, text) => {
  test('rich text is the text of its runs', async () => {
    expect(
      await text(
        '<r><t>重庆</t></r><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve">某某 </t></r><r><t>学校</t></r>',
      ),
    ).toBe('重庆某某 学校');
  });

  test('how Han is pronounced is no part of it', async () => {
    expect(
      await text(
        '<t>单丽</t><rPh sb="0" eb="1"><t>shàn</t></rPh><rPh sb="1" eb="2"><t>lì</t></rPh><phoneticPr fontId="1"/>',
      ),
    ).toBe('单丽');
    expect(await text('<r><t>单</t></r><rPh sb="0" eb="1"><t>shàn</t></rPh><r><t>丽</t></r>')).toBe('单丽');
  });

  test('spaces and line breaks are kept', async () => {
    expect(await text('<t xml:space="preserve">  张 甲\n</t>')).toBe('  张 甲\n');
  });

  test('a line end of the file is a line feed; a carriage return that is meant is escaped', async () => {
    expect(await text('<t>甲\r\n乙\r丙&#13;丁_x000D_戊</t>')).toBe('甲\n乙\n丙\r丁\r戊');
  });

  test('entities, character references and CDATA', async () => {
    expect(await text('<t>&lt;甲&gt; &amp;amp; &quot;&apos; &#x7532;&#30002;<![CDATA[<乙>&amp;]]></t>')).toBe(
      '<甲> &amp; "\' 甲甲<乙>&amp;',
    );
  });

  test('an escape that stands for itself', async () => {
    expect(await text('<t>_x005F_x0041_ _x0041_ _x41_</t>')).toBe('_x0041_ A _x41_');
  });

  test('characters beyond the basic plane', async () => {
    expect(await text('<t>王丙𠮷&#x20BB7;</t>')).toBe('王丙𠮷𠮷');
  });

  test('comments and instructions inside are not text', async () => {
    expect(await text('<t>张<!-- <t>李</t> --><?x <t>?>甲</t>')).toBe('张甲');
  });
});

test('texts after an empty one keep their numbers', async () => {
  const rows =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>';
  expect(await firstTexts(sheetZip(rows, { strings: '<si/><si><t/></si><si><t>丙</t></si>' }))).toEqual({
    C1: '丙',
  });
});

test.each([
  ['a line end', '\r\n', '\n'],
  ['a character reference', '&#38;', '&'],
  ['a character of four bytes', '𠮷', '𠮷'],
])('%s that is cut in two where a part is taken in pieces', async (_, written, read) => {
  // One after the other, begun a byte later each time, so that every border of a piece cuts one of them.
  for (let filler = 0; filler < 5; filler++) {
    const strings = `<si><t>${'x'.repeat(filler)}${written.repeat(10_000)}</t></si>`;
    const parts = workbookParts({ sheets: [{ name: '名单', xml: `<sheetData>${A1}</sheetData>` }], strings });
    const stored = Object.entries(parts).map(([name, content]) => ({
      name,
      content,
      packed: content,
      method: 0,
    }));
    const { A1: text } = await firstTexts(rawZip(stored));
    expect(text === 'x'.repeat(filler) + read.repeat(10_000)).toBe(true);
  }
});

const escaped = (text: string): string =>
  text.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`);

test('any text comes back, wherever the file is cut into pieces', async () => {
  const anyText = fc.string({
    unit: fc.constantFrom('张', '𠮷', 'é', 'a', '&', '<', '>', ' ', '\n', '"', ';', '\r'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyText, { minLength: 1, maxLength: 5 }),
      fc.nat(20_000),
      async (texts, filler) => {
        // The filler moves the texts over the borders of the pieces in which a part is inflated.
        const strings = `<si><t>${'填'.repeat(filler)}</t></si>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}`;
        const row = texts.map((_, index) => `<c t="s"><v>${index + 1}</v></c>`).join('');
        const found = await firstTexts(sheetZip(`<row r="1">${row}</row>`, { strings }));
        expect(texts.map((_, index) => found[`${String.fromCharCode(65 + index)}1`] ?? '')).toEqual(texts);
      },
    ),
    { numRuns: 60 },
  );
});
