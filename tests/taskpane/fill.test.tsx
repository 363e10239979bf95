/** @jest-environment jsdom */
import { act } from 'react';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import type { Cell } from '../../src/rules/cell';
import { appendRows } from '../../src/taskpane/fill/append-rows';
import { SOUND } from '../support/applicant';
import { settled } from '../support/test-clock';
import { blank, FIRST_ROW, line, loaded, showPane, type ShownPane } from './support/shown-pane';

/** What a person types, in the order in which Enter leads through the empty fields. */
const TYPED: readonly (readonly [ColumnKey, string])[] = [
  ['submittedOn', '2025-03-26'],
  ['institution', '重庆天和职业技能培训学校'],
  ['institutionTier', '市级'],
  ['idType', '居民身份证'],
  ['idNumber', '500103198507121215'],
  // The sex follows from the number.
  ['name', '陈立新'],
  ['ethnicity', '汉族'],
  ['education', '大学本科'],
  ['politicalStatus', '群众'],
  ['position', '教师'],
  ['title', '无'],
  ['employer', '重庆天和职业技能培训学校'],
  ['workYears', '15'],
  ['phone', '13812345678'],
  ['occupationYears', '8'],
  ['skillCertificate', '人工智能训练师/三级'],
  ['skillCertificateNo', 'S000050000001223000017'],
  ['titleCertificate', '无'],
  ['titleCertificateNo', '无'],
  ['assessorCard', '无'],
  ['assessorCardNo', '无'],
  ['trained', '是'],
  ['level', '考评员'],
];

test.each(['name', 'occupationName'] as const)(
  '%s: the Enter that ends what an input method composes stays in the field, in Safari too',
  async (column) => {
    const pane = await showPane([blank(), blank()]);
    await loaded();
    await pane.clickCell(FIRST_ROW, column);
    await pane.focus(pane.field(column));
    await pane.type('rgznxls');
    await pane.press('Enter', { code: 229 });
    expect(pane.focused).toBe(column);
    expect(pane.cell(FIRST_ROW, column).text).toBe('');
  },
);

test('⌘ and Enter goes to a new person, as Ctrl and Enter does, and chooses nothing on the way', async () => {
  for (const held of [{ ctrl: true }, { meta: true }]) {
    const pane = await showPane([line({ occupationName: '' }), blank()]);
    await loaded();
    await pane.clickCell(FIRST_ROW, 'occupationName');
    await pane.focus(pane.field('occupationName'));
    await pane.type('rgznxls');
    await pane.press('Enter', held);
    expect(pane.selection[0]).toBe(FIRST_ROW + 1);
    expect(pane.cell(FIRST_ROW, 'occupationName').text).toBe('');
  }
});

test('a person is filled in by keyboard alone, and the row is right', async () => {
  const pane = await showPane([blank(), blank()]);
  await loaded();
  await pane.focus(pane.one('button', '新增一人'));
  await pane.press('Enter', { ctrl: true });
  expect(pane.selection[0]).toBe(FIRST_ROW);
  for (const [key, text] of TYPED) {
    expect(pane.focused).toBe(key);
    await pane.type(text);
    await pane.press('Enter');
  }
  expect(pane.focused).toBe('occupationName');
  await pane.type('rgznxls');
  expect(pane.all('option', '人工智能训练师').length).toBe(1);
  await pane.press('Enter');

  for (const key of Object.keys(SOUND) as ColumnKey[])
    expect([key, pane.cell(FIRST_ROW, key).text]).toEqual([key, String(SOUND[key])]);
  expect(pane.cell(FIRST_ROW, 'submittedOn').kind).toBe('date');
  expect(pane.cell(FIRST_ROW, 'workYears').kind).toBe('number');
  expect(pane.cell(FIRST_ROW, 'idNumber').kind).toBe('text');
  // Nothing is empty any more: Enter again starts the next person.
  expect(document.activeElement?.id).toBe('kpy-new-person');
  expect(pane.session.state.sheet?.live.row(FIRST_ROW + 1)?.findings).toEqual([]);
  expect(pane.text).toContain('符合');
  await pane.press('Enter', { ctrl: true });
  expect(pane.selection[0]).toBe(FIRST_ROW + 1);
  expect(pane.cell(FIRST_ROW + 1, 'institution').text).toBe(SOUND.institution);
});

test('the next person begins with the institution that the others have', async () => {
  const pane = await showPane([line(), line({ institution: '' }), blank()]);
  await pane.click('button', '新增一人');
  expect(pane.cell(FIRST_ROW + 2, 'institution').text).toBe(SOUND.institution);
});

describe('a merged cell that was made for people still to come', () => {
  const OWN = '重庆渝北职业技能培训学校';
  async function merged(institution: string): Promise<ShownPane> {
    const pane = await showPane([
      line({ institution }),
      line({ name: '李新', institution: '' }),
      blank(),
      blank(),
    ]);
    const there = pane.host.sheets.get(pane.sheet);
    const [top, bottom] = [FIRST_ROW, FIRST_ROW + 3];
    if (there !== undefined)
      there.merges = (['submittedOn', 'institution'] as const).map((key) => {
        const left = COLUMN_KEYS.indexOf(key);
        return { top, bottom, left, right: left };
      });
    await act(() => pane.session.recheck());
    return pane;
  }

  test.each([
    ['the same as theirs', SOUND.institution],
    ['another than the last one', OWN],
  ])('is what stands in their row, and is left as it is: %s', async (_, institution) => {
    const pane = await merged(String(institution));
    await act(() => pane.session.remember('kpy.institution', String(SOUND.institution)));
    await pane.click('button', '新增一人');
    await loaded();
    expect(pane.selection[0]).toBe(FIRST_ROW + 2);
    expect(pane.field('institution').value).toBe(institution);
    expect([0, 2].map((row) => pane.cell(FIRST_ROW + row, 'institution').text)).toEqual([institution, '']);
    expect(pane.session.state.notice?.tone).not.toBe('problem');
  });

  test('takes what is pasted for them only where it says the same', async () => {
    const pane = await merged(String(SOUND.institution));
    await act(() =>
      appendRows(pane.session, pane.sheet, [
        new Map<ColumnKey, string>([
          ['institution', String(SOUND.institution)],
          ['name', '王芳'],
        ]),
      ]),
    );
    expect(pane.session.state.notice?.tone).toBe('done');
    expect(pane.cell(FIRST_ROW + 2, 'name').text).toBe('王芳');
    expect(pane.cell(FIRST_ROW + 2, 'institution').text).toBe('');
  });
});

test('a number shows sex, age and limit, and fills the sex as one step that can be taken back', async () => {
  const pane = await showPane([line({ idNumber: '', sex: '' })]);
  await pane.clickCell(FIRST_ROW, 'idNumber');
  await pane.focus(pane.field('idNumber'));
  await pane.type('500103198507121215');
  await pane.press('Enter');
  expect(pane.cell(FIRST_ROW, 'sex').text).toBe('男');
  expect(pane.text).toContain('男，1985-07-12 出生，2025-03-26 时39周岁（上限65周岁）');
  await pane.click('button', '撤销填写“身份证号码”');
  expect(pane.cell(FIRST_ROW, 'idNumber').text).toBe('');
  expect(pane.cell(FIRST_ROW, 'sex').text).toBe('');
});

test('a formula that comes to nothing yet is not written over with what follows from a number', async () => {
  const sex: Cell = { kind: 'empty', text: '', formula: 'IF(E3="","",MID(E3,17,1))' };
  const pane = await showPane([line({ idNumber: '', sex: '' })]);
  pane.host.type(pane.sheet, FIRST_ROW, COLUMN_KEYS.indexOf('sex'), sex);
  await pane.clickCell(FIRST_ROW, 'idNumber');
  await pane.focus(pane.field('idNumber'));
  await pane.type('500103198507121215');
  await pane.press('Enter');
  expect(pane.cell(FIRST_ROW, 'idNumber').text).toBe('500103198507121215');
  expect(pane.cell(FIRST_ROW, 'sex')).toEqual(sex);
});

test('what is wrong stands under its field with the fix, which can be taken back', async () => {
  const pane = await showPane([line({ ethnicity: '汉' })]);
  await pane.clickCell(FIRST_ROW, 'name');
  expect(pane.text).toContain('“汉”应写作“汉族”');
  await pane.click('button', '改为“汉族”');
  expect(pane.cell(FIRST_ROW, 'ethnicity').text).toBe('汉族');
  expect(pane.notice).toContain('已把 H3 改为“汉族”');
  expect(pane.text).not.toContain('“汉”应写作“汉族”');
  await pane.focus(pane.one('button', '新增一人'));
  await pane.press('z', { ctrl: true });
  expect(pane.cell(FIRST_ROW, 'ethnicity').text).toBe('汉');
});

test('a cell that was changed in the worksheet meanwhile is left alone, and what was typed stays in its field', async () => {
  const pane = await showPane([line()]);
  await pane.clickCell(FIRST_ROW, 'name');
  const there = pane.host.sheets.get(pane.sheet)?.rows[FIRST_ROW];
  if (there === undefined) throw new Error('no row');
  there[6] = { kind: 'text', text: '王梅' };
  await pane.focus(pane.field('name'));
  await pane.type('李新');
  await pane.press('Enter');
  expect(pane.cell(FIRST_ROW, 'name').text).toBe('王梅');
  expect(pane.field('name').value).toBe('李新');
  expect(pane.notice).toContain('G3');
});

test('what somebody else puts into a cell while its field is typed in is left alone, until it has been seen', async () => {
  const pane = await showPane([line()]);
  await pane.clickCell(FIRST_ROW, 'phone');
  await pane.focus(pane.field('phone'));
  await pane.type('13912345678');
  await act(async () => {
    pane.host.type(pane.sheet, FIRST_ROW, COLUMN_KEYS.indexOf('phone'), '13600000001');
    await settled();
  });
  await pane.press('Enter');
  expect(pane.cell(FIRST_ROW, 'phone').text).toBe('13600000001');
  expect(pane.field('phone').value).toBe('13912345678');
  expect(pane.notice).toContain('没有写入：O3');
  await pane.focus(pane.field('phone'));
  await pane.press('Enter');
  expect(pane.cell(FIRST_ROW, 'phone').text).toBe('13912345678');
});

/** What a user does in the worksheet: deletes a row. */
async function deleteRow(pane: ShownPane, row: number): Promise<void> {
  await act(async () => {
    pane.host.sheets.get(pane.sheet)?.rows.splice(row, 1);
    pane.host.emit({ kind: 'restructured', sheet: pane.sheet });
    await settled();
  });
}

test('what is being typed for a person is not the next one’s when a row above is deleted, and that is said', async () => {
  const next = { name: '王梅', idNumber: '500101195001010012', employer: '' };
  const pane = await showPane([line(), line({ name: '李新', employer: '' }), line(next)]);
  await pane.clickCell(FIRST_ROW + 1, 'employer');
  await pane.focus(pane.field('employer'));
  await pane.type('重庆永和机械厂');
  await deleteRow(pane, FIRST_ROW);
  expect(pane.field('name').value).toBe('王梅');
  expect(pane.field('employer').value).toBe('');
  expect(pane.notice).toContain('没有写入');
  await pane.focus(pane.one('button', '新增一人'));
  expect([FIRST_ROW, FIRST_ROW + 1].map((row) => pane.cell(row, 'employer').text)).toEqual(['', '']);
});

test('what is being typed stays where its person does when rows below go, and is written', async () => {
  const pane = await showPane([line({ employer: '' }), line({ name: '李新' })]);
  await pane.clickCell(FIRST_ROW, 'employer');
  await pane.focus(pane.field('employer'));
  await pane.type('重庆永和机械厂');
  await deleteRow(pane, FIRST_ROW + 1);
  expect(pane.field('employer').value).toBe('重庆永和机械厂');
  await pane.press('Enter');
  expect(pane.cell(FIRST_ROW, 'employer').text).toBe('重庆永和机械厂');
});

test.each([
  ['another value', '13700000003', '13700000003'],
  ['the old value', '13812345678', '13812345678'],
])('%s typed while the last one is still being written comes into the sheet', async (_, typed, written) => {
  const pane = await showPane([line()]);
  await loaded();
  await pane.clickCell(FIRST_ROW, 'phone');
  const open = holdWrites(pane);
  for (const text of ['13912345678', typed]) {
    await pane.focus(pane.field('phone'));
    await pane.type(text);
    await pane.focus(pane.field('employer'));
  }
  await act(async () => {
    open();
    await settled();
  });
  expect(pane.cell(FIRST_ROW, 'phone').text).toBe(written);
  expect(pane.field('phone').value).toBe(written);
  expect(pane.notice).toContain('已填写');
});

/** An Excel that answers no write until it is let. @returns what lets it */
function holdWrites({ host }: ShownPane): () => void {
  let open = (): void => undefined;
  host.gates.set(
    'write',
    new Promise((resolve) => {
      open = resolve;
    }),
  );
  return () => {
    open();
  };
}

test('several lines of a cell stand in its field with 、 between them, and stay parted when one is added to', async () => {
  const two = '电工/三级\n人工智能训练师/三级';
  const pane = await showPane([line({ skillCertificate: two })]);
  await pane.clickCell(FIRST_ROW, 'skillCertificate');
  expect(pane.field('skillCertificate').value).toBe('电工/三级、人工智能训练师/三级');
  await pane.focus(pane.field('skillCertificate'));
  await pane.press('Enter');
  expect(pane.cell(FIRST_ROW, 'skillCertificate').text).toBe(two);
  await pane.focus(pane.field('skillCertificate'));
  await pane.type('电工/三级、人工智能训练师/三级（高级工）');
  await pane.press('Enter');
  expect(pane.cell(FIRST_ROW, 'skillCertificate').text).toBe('电工/三级、人工智能训练师/三级（高级工）');
});

test('a text that is being typed when another row is selected is written all the same', async () => {
  const pane = await showPane([line({ employer: '' }), line({ name: '李新' })]);
  await pane.clickCell(FIRST_ROW, 'employer');
  await pane.focus(pane.field('employer'));
  await pane.type('重庆永和机械厂');
  await pane.clickCell(FIRST_ROW + 1, 'name');
  expect(pane.cell(FIRST_ROW, 'employer').text).toBe('重庆永和机械厂');
  expect(pane.cell(FIRST_ROW + 1, 'employer').text).toBe(SOUND.employer);
});

test('Escape gives the field back what the sheet holds', async () => {
  const pane = await showPane([line()]);
  await pane.clickCell(FIRST_ROW, 'name');
  await pane.focus(pane.field('name'));
  await pane.type('某人');
  await pane.press('Escape');
  expect(pane.field('name').value).toBe('陈立新');
  expect(pane.host.calls).not.toContain('write');
});

test('a full form gets rows before its foot', async () => {
  const pane = await showPane([line()]);
  await pane.click('button', '新增一人');
  expect(pane.host.calls).toContain('insertRows');
  expect(pane.selection[0]).toBe(FIRST_ROW + 1);
  const rows = pane.host.sheets.get(pane.sheet)?.rows ?? [];
  expect(rows.at(-1)?.[0]?.text).toContain('填报单位');
  expect(rows.length).toBeGreaterThan(FIRST_ROW + 3);
});

describe('a person who was added to a full form is taken back', () => {
  async function added(): Promise<{ readonly pane: ShownPane; readonly before: string; rows: () => string }> {
    const pane = await showPane([line()]);
    const rows = (): string => JSON.stringify(pane.host.sheets.get(pane.sheet)?.rows);
    const before = rows();
    await pane.click('button', '新增一人');
    return { pane, before, rows };
  }

  test('with the rows that came for it', async () => {
    const { pane, before, rows } = await added();
    await pane.click('button', '撤销新增');
    expect(rows()).toBe(before);
    expect(pane.session.state.undo).toBeNull();
    expect(pane.session.state.sheet?.live.reading.endRow).toBe(FIRST_ROW + 2);
  });

  test('and then what was written before, which stood above them', async () => {
    const pane = await showPane([line()]);
    const before = JSON.stringify(pane.host.sheets.get(pane.sheet)?.rows);
    await pane.clickCell(FIRST_ROW, 'name');
    await pane.focus(pane.field('name'));
    await pane.type('某人');
    await pane.press('Enter');
    await pane.click('button', '新增一人');
    await pane.click('button', '撤销新增');
    await pane.click('button', '撤销');
    expect(JSON.stringify(pane.host.sheets.get(pane.sheet)?.rows)).toBe(before);
  });

  test('but not with what somebody has typed there since', async () => {
    const { pane, before, rows } = await added();
    await act(async () => {
      pane.host.type(pane.sheet, FIRST_ROW + 4, 3, '李新');
      await settled();
    });
    await pane.click('button', '撤销新增');
    expect(rows().length).toBeGreaterThan(before.length);
    expect(pane.cell(FIRST_ROW + 1, 'institution').text).toBe('');
    expect(pane.host.cell(pane.sheet, FIRST_ROW + 4, 3).text).toBe('李新');
    expect(pane.session.state.notice?.code).toBe('pane.rows-kept');
    expect(pane.session.state.undo).toBeNull();
  });

  test('in two attempts, where the host is busy in between', async () => {
    const { pane, before, rows } = await added();
    pane.host.faults.set('removeRows', ['busy']);
    await pane.click('button', '撤销新增');
    expect(pane.session.state.notice?.code).toBe('host.busy');
    await pane.click('button', '撤销新增');
    expect(rows()).toBe(before);
  });
});

test('a person who has no name yet is not called an empty row', async () => {
  const pane = await showPane([line()]);
  await pane.click('button', '新增一人');
  await loaded();
  const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
  expect(headings).toContain(`第${String(FIRST_ROW + 2)}行（未填姓名）`);
});

test('the next person stands above the totals', async () => {
  const total = ['合计', ...blank().slice(1)];
  const pane = await showPane([line(), total]);
  await pane.click('button', '新增一人');
  expect(pane.selection[0]).toBe(FIRST_ROW + 1);
  expect(pane.cell(FIRST_ROW + 1, 'institution').text).toBe(SOUND.institution);
  const rows = pane.host.sheets.get(pane.sheet)?.rows ?? [];
  expect(rows.findIndex(([first]) => first?.text === '合计')).toBeGreaterThan(FIRST_ROW + 1);
});

test('a row of totals is no form to fill in', async () => {
  const total = ['合计', ...blank().slice(1)];
  const pane = await showPane([line(), total]);
  await pane.clickCell(FIRST_ROW + 1, 'name');
  expect(pane.text).toContain('请在表中选择一行，或新增一人');
  await pane.clickCell(FIRST_ROW, 'name');
  expect(pane.text).not.toContain('请在表中选择一行');
});

test('the way from person to person leads over those that are shown', async () => {
  // Each but the third has a number that is none.
  const numbered = (idNumber: string): Cell[] =>
    line({ idNumber, phone: '13912345678', skillCertificateNo: 'S000050000001223000025' });
  const pane = await showPane([numbered('1'), numbered('2'), line(), numbered('4')]);
  pane.host.sheets.get(pane.sheet)?.filteredOut.add(FIRST_ROW + 1);
  await pane.press('F9');
  await pane.clickCell(FIRST_ROW, 'name');
  await pane.click('button', '下一人');
  expect(pane.selection[0]).toBe(FIRST_ROW + 2);
  await pane.click('tab', '检查');
  await pane.click('switch', '只看有问题的行');
  await pane.click('tab', '填写');
  await pane.clickCell(FIRST_ROW, 'name');
  await pane.click('button', '下一人');
  expect(pane.selection[0]).toBe(FIRST_ROW + 3);
  await pane.click('button', '上一人');
  expect(pane.selection[0]).toBe(FIRST_ROW);
});

test('a special applicant searches the abilities with their definitions, and gets the field in column 26', async () => {
  const pane = await showPane([
    line({ level: '专项职业能力考核考评员', occupationName: '', occupationCode: '', category: '' }),
  ]);
  await pane.clickCell(FIRST_ROW, 'occupationName');
  await loaded();
  await pane.focus(pane.field('occupationName'));
  await pane.type('月嫂');
  await pane.type('产后');
  const options = pane.all('option', '');
  expect(options.length).toBeGreaterThan(0);
  expect(options.filter(({ textContent }) => !textContent.includes('专项职业能力'))).toEqual([]);
  expect(pane.text).toContain('帮助产后女性恢复健康的能力');
  await pane.press('ArrowDown');
  await pane.press('ArrowUp');
  await pane.press('Enter');
  const ability = pane.session.rulebook.catalogue.ability(pane.cell(FIRST_ROW, 'occupationName').text);
  expect(ability).toBeDefined();
  expect(pane.cell(FIRST_ROW, 'occupationCode').text).toBe(ability?.occupation);
});

test('pinyin that was only searched with never gets into the sheet', async () => {
  const pane = await showPane([line()]);
  await pane.clickCell(FIRST_ROW, 'occupationName');
  await pane.focus(pane.field('occupationName'));
  await pane.type('dg');
  await pane.focus(pane.field('name'));
  await loaded();
  expect(pane.field('occupationName').value).toBe('人工智能训练师');
  expect(pane.host.calls).not.toContain('write');
});

test('a protected sheet is shown and explained, not written', async () => {
  const pane = await showPane([line({ ethnicity: '汉' })]);
  const there = pane.host.sheets.get(pane.sheet);
  if (there !== undefined) there.protected = true;
  await pane.click('button', '重新检查');
  await pane.clickCell(FIRST_ROW, 'name');
  expect(pane.notice).toContain('受保护');
  expect(pane.all('button', '改为“汉族”')).toEqual([]);
  expect(pane.one('button', '新增一人').getAttribute('aria-disabled')).toBe('true');
});

test('a workbook without the sheet offers the official form, with its lists', async () => {
  const pane = await showPane(null);
  expect(pane.text).toContain('没有找到《考评人员申报汇总表》');
  await pane.click('button', '插入官方汇总表');
  expect(pane.host.lists?.columns).toContain('ethnicity');
  expect(pane.one('tab', '填写').getAttribute('aria-selected')).toBe('true');
});
