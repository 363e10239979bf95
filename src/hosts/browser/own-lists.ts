import type { IDataValidationRule, Injector, IRange, ISheetDataValidationRule } from '@univerjs/core';
import { ICommandService } from '@univerjs/core';
import {
  AddDataValidationMutation,
  DataValidatorRegistryService,
  ListValidator,
  RemoveDataValidationMutation,
  SheetDataValidationModel,
  UpdateDataValidationMutation,
  UpdateRuleType,
} from '@univerjs/preset-sheets-data-validation';
import type { IInsertRowMutationParams } from '@univerjs/preset-sheets-core';
import type { ColumnKey } from '../../rules/application';
import { isOwnList } from '../../sheet/cell-lists';
import type { TemplateLists } from '../../sheet/template-lists';
import { ARROW } from './grid-enums';
import { keepOnOneLine } from './list-look';
import type { ListPlaces } from '../host';

/** Our lists are known by their names, and so can be taken back. */
const OURS = 'kpy-';
/** The kind of our lists: they offer and never judge, since the rules do that. The grid knows lists by the first word. */
const OFFERED = 'listOffered';

type Pairs = readonly (readonly [name: string, partner: string])[];

/** A list whose values go by the row. */
class OfferedList extends ListValidator {
  override id = OFFERED;
  valuesAt: (rule: IDataValidationRule) => readonly string[] = () => [];

  override validator(): Promise<boolean> {
    return Promise.resolve(true);
  }

  override getListWithColor(rule: IDataValidationRule): { label: string; color: string }[] {
    return this.valuesAt(rule).map((label) => ({ label, color: '' }));
  }
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** What goes with a name, or everything where the name is none of them. */
function partners(name: string, pairs: Pairs): readonly string[] {
  const found = pairs.filter(([each]) => each === name);
  return distinct((found.length > 0 ? found : pairs).map(([, partner]) => partner));
}

/** What a cell offers: columns 25 and 26 by the level and name in its row, the others always the same. */
function offered(key: ColumnKey, lists: TemplateLists, text: (key: ColumnKey) => string): readonly string[] {
  const pairs = text('level').trim() === lists.specialLevel ? lists.abilities : lists.occupations;
  if (key === 'occupationName') return distinct(pairs.map(([name]) => name));
  if (key === 'occupationCode') return partners(text('occupationName').trim(), pairs);
  return lists.choices.find(({ column }) => column === key)?.values ?? [];
}

/** Our lists, those of a copied sheet, and those of a form that `kpy template` or the add-in made. */
const isOurs = ({ uid, type, formula1 }: ISheetDataValidationRule): boolean =>
  uid.startsWith(OURS) || type === OFFERED || (formula1 !== undefined && isOwnList(formula1));

const meets = (range: IRange, column: number, { firstRow, lastRow }: ListPlaces): boolean =>
  range.startColumn <= column &&
  range.endColumn >= column &&
  range.startRow <= lastRow &&
  range.endRow >= firstRow;

/** Where a sheet's lists are, and what they hold. */
interface Offer {
  readonly places: ListPlaces;
  readonly lists: TemplateLists;
}

/** The lists in cells that we add: no part of the user's file. */
export class OwnLists {
  readonly #injector: Injector;
  readonly #validator: OfferedList;
  readonly #offers = new Map<string, Offer>();
  /** The new rows that lists were made to reach over; `row` is the first of them. */
  #reached: { readonly sheet: string; readonly row: number; readonly count: number }[] = [];

  /**
   * @param textAt what a cell of the active sheet reads, in the row that is selected
   * @param wrapsAt whether a cell of the active sheet wraps by its row or column
   */
  constructor(
    injector: Injector,
    private readonly textAt: (column: number) => string,
    wrapsAt: (row: number, column: number) => boolean,
  ) {
    this.#injector = injector;
    this.#validator = injector.createInstance(OfferedList);
    this.#validator.valuesAt = (rule) => this.#values(rule);
    keepOnOneLine(this.#validator, wrapsAt);
    injector.get(DataValidatorRegistryService).register(this.#validator);
  }

  /** Gives the columns their lists. @returns the columns whose own validation was kept */
  offer(unit: string, sheet: string, places: ListPlaces, lists: TemplateLists): readonly ColumnKey[] {
    this.ready();
    this.#remove(unit, sheet);
    this.#offers.set(sheet, { places, lists });
    const others = this.#rules(unit, sheet).filter(({ type }) => type !== 'none');
    const kept: ColumnKey[] = [];
    const rules: ISheetDataValidationRule[] = [];
    for (const [key, column] of places.columns) {
      const values = offered(key, lists, () => '');
      if (values.length === 0) continue;
      if (others.some(({ ranges }) => ranges.some((range) => meets(range, column, places)))) {
        kept.push(key);
        continue;
      }
      const { firstRow: startRow, lastRow: endRow } = places;
      rules.push({
        uid: `${OURS}${sheet}-${key}`,
        type: OFFERED,
        // Kept for the time after a restart, when the row is not asked.
        formula1: values.filter((value) => !value.includes(',')).join(','),
        ranges: [{ startRow, endRow, startColumn: column, endColumn: column }],
        allowBlank: true,
        renderMode: ARROW,
      });
    }
    if (rules.length > 0)
      this.#do(AddDataValidationMutation.id, { unitId: unit, subUnitId: sheet, rule: rules });
    return kept;
  }

  /** Our lists look as the grid's own do, whose look is there once the grid has been drawn. */
  ready(): void {
    const own = this.#injector.get(DataValidatorRegistryService).getValidatorItem('list');
    this.#validator.canvasRender ??= own?.canvasRender;
    this.#validator.dropdownType ??= own?.dropdownType;
  }

  #values({ uid, formula1 }: IDataValidationRule): readonly string[] {
    for (const [sheet, { places, lists }] of this.#offers)
      for (const key of places.columns.keys())
        if (uid === `${OURS}${sheet}-${key}`)
          return offered(key, lists, (other) => {
            const column = places.columns.get(other);
            return column === undefined ? '' : this.textAt(column);
          });
    return formula1 === undefined || formula1 === '' ? [] : formula1.split(',');
  }

  /** Another workbook is opened: its sheets may have the same names. */
  forget(): void {
    this.#offers.clear();
    this.#reached = [];
  }

  withdraw(unit: string, sheets: readonly string[]): void {
    this.#offers.clear();
    for (const sheet of sheets) this.#remove(unit, sheet);
  }

  /** Lets the lists that end above new rows reach over them too. */
  reach(unit: string, sheet: string, row: number, count: number): void {
    this.#reached.push({ sheet, row, count });
    this.#moveEnds(unit, sheet, row - 1, count);
  }

  /** Rows are taken back, or inserted again: the grid's undo knows nothing of how far the lists reached over them. */
  follow(
    { unitId, subUnitId, range: { startRow, endRow } }: IInsertRowMutationParams,
    change: 'inserted' | 'removed',
  ): void {
    const count = endRow - startRow + 1;
    const isOurs = this.#reached.some(
      (each) => each.sheet === subUnitId && each.row === startRow && each.count === count,
    );
    if (!isOurs) return;
    if (change === 'removed') this.#moveEnds(unitId, subUnitId, endRow, -count);
    else this.#moveEnds(unitId, subUnitId, startRow - 1, count);
  }

  #moveEnds(unit: string, sheet: string, end: number, by: number): void {
    for (const { uid, ranges } of this.#rules(unit, sheet)) {
      if (!ranges.some(({ endRow }) => endRow === end)) continue;
      const payload = ranges.map((range) =>
        range.endRow === end ? { ...range, endRow: range.endRow + by } : range,
      );
      this.#do(UpdateDataValidationMutation.id, {
        unitId: unit,
        subUnitId: sheet,
        ruleId: uid,
        payload: { type: UpdateRuleType.RANGE, payload },
        // A change of the user's own would have the grid measure all rows of the list anew.
        source: 'patched',
      });
    }
  }

  #remove(unit: string, sheet: string): void {
    const ruleId = this.#rules(unit, sheet).flatMap((rule) => (isOurs(rule) ? [rule.uid] : []));
    if (ruleId.length > 0)
      this.#do(RemoveDataValidationMutation.id, { unitId: unit, subUnitId: sheet, ruleId });
  }

  #rules(unit: string, sheet: string): readonly ISheetDataValidationRule[] {
    return this.#injector.get(SheetDataValidationModel).getRules(unit, sheet);
  }

  #do(id: string, params: object): void {
    this.#injector.get(ICommandService).syncExecuteCommand(id, params);
  }
}
