import { InterceptorEffectEnum, type IDisposable, type Injector } from '@univerjs/core';
import {
  INTERCEPTOR_POINT,
  IRenderManagerService,
  SheetInterceptorService,
  SheetSkeletonManagerService,
} from '@univerjs/preset-sheets-core';
import type { Mark, SheetMarks } from '../host';

/** The look of a mark: a ground, and a corner, since colour alone says nothing to some. */
const LOOKS = {
  e: { ground: '#FFC7CE', corner: { tl: { color: '#C00000', size: 8 } } },
  w: { ground: '#FFEB9C', corner: { tr: { color: '#9C5700', size: 6 } } },
} as const satisfies Record<Mark, unknown>;

/** After the grid's own layers (number formats, lists), so that a mark lies on top. */
const PRIORITY = 1;

/** Marks over the cells of the grid: seen, and no part of the workbook. */
export class MarksLayer {
  readonly #injector: Injector;
  readonly #layer: IDisposable;
  readonly #marks = new Map<string, SheetMarks>();
  #hidden = false;

  constructor(injector: Injector) {
    this.#injector = injector;
    this.#layer = injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Style,
      priority: PRIORITY,
      handler: (cell, place, next) => {
        const mark = this.at(place.subUnitId, place.row, place.col);
        if (mark === undefined || this.#hidden) return next(cell);
        const { ground, corner } = LOOKS[mark];
        return next({
          ...cell,
          interceptorStyle: { ...cell?.interceptorStyle, bg: { rgb: ground } },
          markers: { ...cell?.markers, ...corner },
        });
      },
    });
  }

  at(sheet: string, row: number, column: number): Mark | undefined {
    return this.#marks.get(sheet)?.get(row)?.get(column);
  }

  /** Shows these marks of a sheet and no others. */
  show(unit: string, sheet: string, marks: SheetMarks): void {
    if (same(this.#marks.get(sheet) ?? NONE, marks)) return;
    this.#marks.set(sheet, marks);
    this.#repaint(unit);
  }

  /** Leaves the marks out of the looks of cells until the function that it returns is called. Nothing is painted anew. */
  hide(): () => void {
    this.#hidden = true;
    return () => {
      this.#hidden = false;
    };
  }

  clear(unit: string): void {
    if (this.#marks.size === 0) return;
    this.#marks.clear();
    this.#repaint(unit);
  }

  dispose(): void {
    this.#layer.dispose();
  }

  #repaint(unit: string): void {
    const render = this.#injector.get(IRenderManagerService).getRenderById(unit);
    // The looks of cells are kept until they are asked for anew.
    render?.with(SheetSkeletonManagerService).reCalculate();
    render?.mainComponent?.makeDirty();
  }
}

const NONE: SheetMarks = new Map();

/** Rows that the caller left alone are the same objects. */
const same = (a: SheetMarks, b: SheetMarks): boolean =>
  a.size === b.size &&
  [...a].every(([row, marks]) => {
    const other = b.get(row);
    if (other === marks) return true;
    return other?.size === marks.size && [...marks].every(([column, mark]) => other.get(column) === mark);
  });
