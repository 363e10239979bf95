import { readFileSync } from 'node:fs';
import { clausesOf } from '../../src/rules/cited-clauses';
import { CURRENT_NOTICE } from '../../src/rules/current-notice';
import { CURRENT_PRINT, CURRENT_TEXTS } from '../../src/rules/current-print';
import { currentDefinitions, currentTexts } from '../../src/rules/current-texts';
import { NOTICES } from '../../src/rules/notices';
import { rulebookOf } from '../../src/rules/rulebook';
import { officialLayout } from '../../src/sheet/layout';
import { describedFunctions } from '../../tools/functions-page/metadata';
import { rulesPage } from '../../tools/rules-page/page';

/* What has to follow when another notice comes into force and does not stand in its pack. */

const { parameters } = CURRENT_NOTICE;

test('its pack, its wording and its print are of one notice, which is among those that come with the product', async () => {
  expect(NOTICES[parameters.id]).toBe(CURRENT_NOTICE);
  const [documentNumber] = clausesOf(CURRENT_TEXTS, '发文字号');
  expect(documentNumber?.text).toBe(parameters.documentNumber);
  expect(await currentTexts()).toBe(CURRENT_TEXTS);
  expect([...(await currentDefinitions()).keys()]).toEqual(CURRENT_NOTICE.abilities.map(({ seq }) => seq));
  const errataSeqs = CURRENT_NOTICE.errata.map(({ list, seqs }) => ({ list, seqs }));
  expect(CURRENT_PRINT.errataRemarks.map(({ list, seqs }) => ({ list, seqs }))).toEqual(errataSeqs);
});

test('the day that shows how a date is written is one on which papers are accepted', () => {
  expect([...rulebookOf(CURRENT_NOTICE).acceptanceDays]).toContain(parameters.window.example);
});

test('src/sheet writes its form: title, headers, foot and remarks', () => {
  const { annex2 } = CURRENT_PRINT.forms;
  const layout = officialLayout(null);
  expect(layout.title).toBe(annex2.title);
  expect(layout.columns.map(({ header }) => header)).toEqual(annex2.headers);
  expect(layout.footer.replaceAll('\u3000', ' ').replace(/ +/g, ' ').trim()).toBe(annex2.footer);
  const [first = '', ...others] = annex2.remarks;
  expect(layout.remarks.map((remark) => remark.trim())).toEqual([annex2.remarksPrefix + first, ...others]);
});

test.each(['README.md', 'docs/guide.md', 'package.json', 'src/index.ts'])(
  '%s names no other notice',
  (file) => {
    const named = readFileSync(file, 'utf8').match(/渝职鉴发〔\d+〕\d+号/g);
    expect(new Set(named)).toEqual(new Set([parameters.documentNumber]));
  },
);

describe('clauses that are cited outside the pack are its clauses:', () => {
  const cited = (text: string): readonly string[] =>
    text.match(/[一二三四五六七八九十]+（[一二三四五六七八九十]+）(?:\d(?:、\d)*)?|附件\d+/g) ?? [];
  const annexes = Object.values(parameters.annexes).map((number) => `附件${String(number)}`);
  const unknown = (text: string): readonly string[] =>
    cited(text).filter(
      (citation) => !annexes.includes(citation) && clausesOf(CURRENT_TEXTS, citation).length === 0,
    );

  test('docs/guide.md', () => {
    expect(unknown(readFileSync('docs/guide.md', 'utf8'))).toEqual([]);
  });

  test('the page of the rules, its notes among it', () => {
    expect(unknown(rulesPage())).toEqual([]);
  });

  test('the docstrings of the functions', async () => {
    const texts = (await describedFunctions()).map(({ description = '' }) => description);
    expect(cited(texts.join('\n')).length).toBeGreaterThan(3);
    expect(unknown(texts.join('\n'))).toEqual([]);
  });
});
