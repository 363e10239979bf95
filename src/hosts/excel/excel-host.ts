import type { Cell } from '../../rules/cell';
import type { GridRange } from '../../sheet/grid';
import type { OfficialLayout } from '../../sheet/layout';
import type { TemplateLists } from '../../sheet/template-lists';
import {
  done,
  type CellWrite,
  type CopyPlace,
  type Host,
  type HostedSheet,
  type HostEvent,
  type ListPlaces,
  type Outcome,
  type SheetId,
  type SheetMarks,
  type WriteReport,
} from '../host';
import type { ColumnKey } from '../../rules/application';
import { ExcelEvents } from './events';
import { KnownWorkbook } from './known-workbook';
import { MarkBoards } from './marks';
import { recall, remember } from './memory';
import type { Download } from './open-copy';
import { readCells } from './read-range';
import { SheetReader } from './read-sheets';
import { HiddenRows } from './hidden-rows';
import type { Timer } from '../timer';
import { ExcelRunner } from './run';
import { CellWriter } from './write-cells';

export interface ExcelDeps {
  /** The library's `Excel`, of which these two are needed. */
  readonly excel: Pick<typeof Excel, 'run' | 'createWorkbook'>;
  /** `Office.context.requirements.isSetSupported`. ExcelApi 1.14 is taken for granted. */
  readonly isSetSupported: (set: string, version: string) => boolean;
  readonly download: Download;
  /** How a job that takes too long is noticed; a test has its own. */
  readonly after?: Timer;
}

/** A host that lives in Excel. */
export function createExcelHost(deps: ExcelDeps): Host {
  return new ExcelHost(deps);
}

class ExcelHost implements Host {
  readonly #deps: ExcelDeps;
  readonly #runner: ExcelRunner;
  readonly #known = new KnownWorkbook();
  readonly #marks = new MarkBoards(this.#known);
  readonly #hidden = new HiddenRows();
  readonly #events: ExcelEvents;

  constructor(deps: ExcelDeps) {
    this.#deps = deps;
    this.#runner = new ExcelRunner(deps.excel.run, deps.after);
    this.#events = new ExcelEvents({
      runner: this.#runner,
      known: this.#known,
      marks: this.#marks,
      hidden: this.#hidden,
      isSetSupported: deps.isSetSupported,
    });
  }

  readAll(): Promise<Outcome<readonly HostedSheet[]>> {
    return this.#runner.run((context) => this.#reader(context).all());
  }

  read(sheet: SheetId): Promise<Outcome<HostedSheet>> {
    return this.#runner.run((context) => this.#reader(context).one(sheet));
  }

  readRange(sheet: SheetId, range: GridRange): Promise<Outcome<readonly (readonly Cell[])[]>> {
    return this.#runner.run((context) =>
      readCells(context, context.workbook.worksheets.getItem(sheet), range, this.#known),
    );
  }

  write(sheet: SheetId, writes: readonly CellWrite[]): Promise<Outcome<WriteReport>> {
    if (writes.length === 0) return Promise.resolve(done({ changes: [], skipped: [], refused: [] }));
    for (const { row } of writes) this.#known.reached(sheet, row);
    // Nobody hears of what we write ourselves: it is read with the sheet, once that can be.
    const lost = (): void => {
      this.#events.emit({ kind: 'altered', sheet });
    };
    return this.#runner.run(
      (context) =>
        new CellWriter(context, context.workbook.worksheets.getItem(sheet), this.#known, lost).write(writes),
      () => {
        this.#events.emit({ kind: 'restructured', sheet });
      },
    );
  }

  mark(sheet: SheetId, marks: SheetMarks): Promise<Outcome<void>> {
    if (this.#marks.showsAlready(sheet, marks)) return Promise.resolve(done(undefined));
    return this.#runner.run((context) => this.#marks.show(context, sheet, marks));
  }

  unmark(): Promise<Outcome<void>> {
    return this.#runner.run((context) => this.#marks.clear(context));
  }

  offerLists(
    sheet: SheetId,
    places: ListPlaces,
    lists: TemplateLists,
  ): Promise<Outcome<{ readonly kept: readonly ColumnKey[] }>> {
    return this.#runner.run(async (context) => {
      const { offerLists } = await import('./lists');
      return offerLists(context, context.workbook.worksheets.getItem(sheet), places, lists, this.#known);
    });
  }

  withdrawLists(): Promise<Outcome<void>> {
    return this.#runner.run(async (context) => {
      const { withdrawLists } = await import('./lists');
      await withdrawLists(context);
    });
  }

  insertForm(layout: OfficialLayout, rows: number): Promise<Outcome<SheetId>> {
    return this.#runner.run(async (context) => {
      // Wanted once a workbook: apart from the pane's first load.
      const { insertForm } = await import('./form');
      return insertForm(context, layout, rows);
    });
  }

  insertRows(sheet: SheetId, row: number, count: number): Promise<Outcome<void>> {
    return this.#runner.run(
      async (context) => {
        try {
          const { insertRows } = await import('./added-rows');
          await insertRows(context, sheet, { row, count }, this.#known, this.#hidden);
        } finally {
          // Also after an error: rows may have come and gone.
          this.#marks.restructured(sheet, { columns: false });
        }
      },
      () => {
        this.#events.emit({ kind: 'restructured', sheet });
      },
    );
  }

  removeRows(sheet: SheetId, row: number, count: number): Promise<Outcome<boolean>> {
    return this.#runner.run(
      async (context) => {
        try {
          const { removeRows } = await import('./added-rows');
          return await removeRows(context, sheet, { row, count }, this.#hidden);
        } finally {
          // Also after an error: the rows may be gone.
          this.#marks.restructured(sheet, { columns: false });
        }
      },
      () => {
        this.#events.emit({ kind: 'restructured', sheet });
      },
    );
  }

  select(sheet: SheetId, row: number, column: number): Promise<Outcome<void>> {
    return this.#runner.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getCell(row, column).untrack().select();
      await context.sync();
    });
  }

  showOnly(
    sheet: SheetId,
    body: { readonly firstRow: number; readonly lastRow: number },
    rows: ReadonlySet<number> | null,
  ): Promise<Outcome<void>> {
    return this.#runner.run((context) => this.#hidden.showOnly(context, sheet, body, rows));
  }

  async openCopy(bytes: Uint8Array, fileName: string): Promise<Outcome<CopyPlace>> {
    const { excel, download } = this.#deps;
    // Its caller loads what makes the workbook, and tells where that fails.
    const { openCopy } = await import('./open-copy');
    return openCopy(this.#runner, excel.createWorkbook, download, bytes, fileName);
  }

  recall(key: string): Promise<Outcome<string | null>> {
    return this.#runner.run((context) => recall(context, key));
  }

  remember(key: string, text: string | null): Promise<Outcome<void>> {
    return this.#runner.run((context) => remember(context, key, text));
  }

  watch(listener: (event: HostEvent) => void): Promise<Outcome<() => Promise<void>>> {
    return this.#runner.run(
      (context) => this.#events.watch(context, listener),
      // Whoever was told that it did not come about asks again, and would hear of everything twice.
      (watching) => {
        if (watching.ok) void watching.value();
      },
    );
  }

  #reader(context: Excel.RequestContext): SheetReader {
    return new SheetReader(context, this.#known, this.#hidden, (request, id) =>
      this.#marks.look(request, id),
    );
  }
}
