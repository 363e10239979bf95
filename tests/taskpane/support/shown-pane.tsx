import { act } from 'react';
import type { Host, SheetId } from '../../../src/hosts/host';
import { COLUMN_KEYS, type ColumnKey } from '../../../src/rules/application';
import { EMPTY_CELL, type Cell } from '../../../src/rules/cell';
import type { Locale } from '../../../src/rules/messages/message';
import { COLUMNS } from '../../../src/sheet/columns';
import { mountPane, type ThemeName } from '../../../src/taskpane/pane';
import { Session } from '../../../src/taskpane/session/session';
import { applicant, type Given } from '../../support/applicant';
import { MemoryHost } from '../../support/memory-host';
import { RULEBOOK } from '../../support/rulebook';
import { settled, TestClock } from '../../support/test-clock';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// jsdom lays nothing out, so it has no scrolling.
Element.prototype.scrollIntoView = () => undefined;

export const HEADER = COLUMNS.map(({ header }) => header);
const FOOTER = '填报单位（加盖公章）：重庆天和职业技能培训学校　联系人：李　联系电话：023-68000000';

/** The first row of data, counted from 0, of a sheet that `showPane` makes. */
export const FIRST_ROW = 2;

/** Every cell of a row as a person fills it; '' leaves it blank. */
export const line = (given: Given = {}): Cell[] => {
  const application = applicant(given);
  return COLUMN_KEYS.map((key) => application[key] ?? EMPTY_CELL);
};

export const blank = (): string[] => HEADER.map(() => '');

/** A pane in the page, over whatever host, and what a user can do in it. */
export class PanePage {
  constructor(
    readonly session: Session,
    readonly clock: TestClock,
    readonly element: HTMLElement,
  ) {}

  field(key: ColumnKey): HTMLInputElement | HTMLSelectElement {
    const field = this.element.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-column="${key}"]`);
    if (field === null) throw new Error(`There is no field for ${key}.`);
    return field;
  }

  /** The column of the field that has the focus. */
  get focused(): string | undefined {
    return document.activeElement instanceof HTMLElement ? document.activeElement.dataset.column : undefined;
  }

  /** Every element of a role whose accessible name, or else text, begins so. */
  all(role: string, name: string): HTMLElement[] {
    const tags: Readonly<Record<string, string>> = {
      button: 'button',
      switch: 'input[role=switch]',
      combobox: 'select',
    };
    const found = document.querySelectorAll<HTMLElement>(`${tags[role] ?? `[role=${role}]`}, [role=${role}]`);
    return [...found].filter((each) => nameOf(each).startsWith(name));
  }

  one(role: string, name: string): HTMLElement {
    const [found] = this.all(role, name);
    if (found === undefined) throw new Error(`There is no ${role} "${name}".`);
    return found;
  }

  async click(role: string, name: string): Promise<void> {
    const element = this.one(role, name);
    await act(async () => {
      element.click();
      await settled();
      // The line under a tab moves with the next frame.
      if (role === 'tab') await nextFrame();
    });
  }

  async focus(element: HTMLElement): Promise<void> {
    await act(async () => {
      element.focus();
      await settled();
    });
  }

  /** Types into the focused field, as keys one after another would leave it. */
  async type(text: string): Promise<void> {
    const field = document.activeElement;
    const isField =
      field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement;
    if (!isField) throw new Error('No field has the focus.');
    await act(async () => {
      setValue(field, text);
      field.dispatchEvent(
        new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
      );
      await settled();
    });
  }

  /** Presses a key where the focus is. */
  async press(
    key: string,
    held: {
      readonly shift?: boolean;
      readonly ctrl?: boolean;
      readonly meta?: boolean;
      readonly code?: number;
    } = {},
  ): Promise<void> {
    const { shift = false, ctrl = false, meta = false, code = 0 } = held;
    const target = document.activeElement ?? document.body;
    await act(async () => {
      target.dispatchEvent(
        new KeyboardEvent('keydown', {
          key,
          shiftKey: shift,
          ctrlKey: ctrl,
          metaKey: meta,
          keyCode: code,
          bubbles: true,
          cancelable: true,
        }),
      );
      await settled();
    });
  }

  async choose(select: HTMLElement, value: string): Promise<void> {
    await act(async () => {
      setValue(select, value);
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await settled();
    });
  }

  get text(): string {
    return document.body.textContent;
  }

  /** What the last job was said to have come to. */
  get notice(): string {
    return this.element.querySelector('[aria-live=polite]')?.textContent ?? '';
  }
}

/** A pane in the page over a sheet in memory, and what a user can do to both. */
export class ShownPane extends PanePage {
  constructor(
    readonly host: MemoryHost,
    session: Session,
    clock: TestClock,
    readonly sheet: SheetId,
    element: HTMLElement,
  ) {
    super(session, clock, element);
  }

  /** Clicks in the worksheet. */
  async clickCell(row: number, key: ColumnKey): Promise<void> {
    await act(async () => {
      this.host.click(this.sheet, row, COLUMN_KEYS.indexOf(key));
      await settled();
    });
  }

  cell(row: number, key: ColumnKey): Cell {
    return this.host.cell(this.sheet, row, COLUMN_KEYS.indexOf(key));
  }

  /** The selected cell, as row and column key. */
  get selection(): readonly [row: number, key: ColumnKey | undefined] {
    const { row = -1, column = -1 } = this.host.selected ?? {};
    return [row, COLUMN_KEYS[column]];
  }
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** React reads a value only where its own record of it is passed by. */
function setValue(field: HTMLElement, value: string): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value');
  own?.set?.call(field, value);
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  const labels = element instanceof HTMLInputElement ? element.labels : null;
  return (labels?.[0] ?? element).textContent.trim();
}

let unmount: (() => void) | undefined;

afterEach(() => {
  act(() => unmount?.());
  unmount = undefined;
  document.body.replaceChildren();
});

/** Shows the pane over one sheet of these rows, or over an empty workbook for null. */
export async function showPane(
  rows: readonly (readonly (string | number | Cell)[])[] | null,
  { locale = 'zh-CN', theme = 'light' }: { readonly locale?: Locale; readonly theme?: ThemeName } = {},
): Promise<ShownPane> {
  const host = new MemoryHost();
  const sheet =
    rows === null
      ? host.add('Sheet1', [])
      : host.add('汇总表', [['考评人员申报汇总表'], HEADER, ...rows, [FOOTER]]);
  const page = await showOver(host, { locale, theme });
  return new ShownPane(host, page.session, page.clock, sheet, page.element);
}

export interface ShowOptions {
  readonly locale?: Locale;
  readonly theme?: ThemeName;
  readonly clock?: TestClock;
  /** Waits until the session has started: on a host for which time must pass. */
  readonly opening?: (started: Promise<void>) => Promise<void>;
}

/** Shows the pane over a host. */
export async function showOver(
  host: Host,
  {
    locale = 'zh-CN',
    theme = 'light',
    clock = new TestClock(),
    opening = (started) => started,
  }: ShowOptions = {},
): Promise<PanePage> {
  const session = new Session({ host, rulebook: RULEBOOK, clock });
  document.documentElement.lang = locale;
  document.title = 'pane';
  const element = document.createElement('div');
  document.body.append(element);
  await act(async () => {
    const mounted = mountPane(element, { session, locale, theme });
    unmount = () => {
      mounted.unmount();
    };
    await opening(session.start());
    await settled();
  });
  return new PanePage(session, clock, element);
}

/** Lets what loads lazily load. */
export async function loaded(): Promise<void> {
  for (let turn = 0; turn < 5; turn++)
    await act(async () => {
      await settled();
      await nextFrame();
    });
}
