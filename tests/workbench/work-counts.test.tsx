/** @jest-environment jsdom */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { SheetId } from '../../src/hosts/host';
import { textCell } from '../../src/rules/cell';
import { COLUMNS } from '../../src/sheet/columns';
import { plainGrid } from '../../src/sheet/grid';
import { LiveSheet } from '../../src/sheet/live-sheet';
import type { FollowedSheet } from '../../src/taskpane/session/state';
import { RecentWorks } from '../../src/workbench/start/recent-works';
import type { KeptWork } from '../../src/workbench/store/works';
import { countsOf } from '../../src/workbench/work/work-counts';
import { applicant } from '../support/applicant';
import { day, RULEBOOK } from '../support/rulebook';

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});

const person = COLUMNS.map(({ key }) => applicant({})[key] ?? textCell(''));

function form(name: string, people: number): FollowedSheet {
  const rows = [
    COLUMNS.map(({ header }) => textCell(header)),
    ...Array.from({ length: people }, () => person),
  ];
  const grid = plainGrid(name, rows);
  return {
    id: name as SheetId,
    live: new LiveSheet(RULEBOOK, grid, day('2025-03-26')),
    position: 0,
    protected: false,
  };
}

const KEPT: KeptWork = {
  id: 'a',
  name: '甲校.xlsx',
  savedAt: 0,
  exportedAt: null,
  revision: 1,
  people: 3,
  errors: 0,
};

const nothing = (): Promise<void> => Promise.resolve();

function listed(work: KeptWork): string {
  const place = document.createElement('div');
  const root = createRoot(place);
  act(() => {
    root.render(<RecentWorks workbench={{ open: nothing, discard: nothing }} kept={[work]} locale="zh-CN" />);
  });
  const text = place.querySelector('.about')?.textContent ?? '';
  act(() => {
    root.unmount();
  });
  return text;
}

test("last year's sheet does not pass for more people of this year's: the list says how many sheets there are", () => {
  const counts = countsOf([form('2025年', 1), form('2024年', 2), form('空表', 0)]);
  expect(counts).toMatchObject({ sheets: 2, people: 3 });
  expect(listed({ ...KEPT, ...counts })).toContain('2 张汇总表（各自判断），合计 3 人次');
});

test('one sheet is told by its people alone, also where it was kept before sheets were counted', () => {
  expect(listed(KEPT)).toContain('3 人，0 处错误');
  expect(listed({ ...KEPT, sheets: 1 })).toContain('3 人，0 处错误');
});
