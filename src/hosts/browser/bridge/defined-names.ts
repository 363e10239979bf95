import { LIMITS } from '../../file/limits';
import type { Package } from '../../file/package';
import type { WorkbookParts } from '../../file/workbook-parts';

/** A name of the workbook as the grid keeps it. */
export interface DefinedName {
  readonly id: string;
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly localSheetId: string;
}

/** What the grid calls the reach of a name that is known everywhere. */
const EVERYWHERE = 'AllDefaultWorkbook';

/** The names of a workbook that formulas and lists go by; those of Excel's own (printing, filters) are left out. */
export function readDefinedNames(file: Package, parts: WorkbookParts): Record<string, DefinedName> {
  const names: Record<string, DefinedName> = {};
  let current: { readonly name: string; readonly local: string | undefined; formula: string } | undefined;
  let count = 0;
  file.scan(
    parts.path,
    {
      open(tag) {
        if (tag.name !== 'definedName') return;
        file.budget.keep(1);
        current = { name: tag.get('name') ?? '', local: tag.get('localSheetId'), formula: '' };
      },
      text(piece) {
        if (current !== undefined) current.formula += piece;
      },
      close(name) {
        if (name !== 'definedName' || current === undefined) return;
        const { name: own, local, formula } = current;
        current = undefined;
        // A name of one sheet is not told apart from others by the grid, and seldom what a list goes by.
        if (own === '' || own.startsWith('_xlnm.') || local !== undefined || formula.includes('#REF!'))
          return;
        count++;
        const id = `name-${count}`;
        names[id] = { id, name: own, formulaOrRefString: formula.trim(), localSheetId: EVERYWHERE };
      },
    },
    LIMITS.smallPartBytes,
  );
  return names;
}
