import type { Budget } from './limits';
import { scanXml } from './xml-scan';
import { Splices, setAttribute } from './xml-splice';

/**
 * The calculation chain without the cells that lost their formula.
 * @param gone `cell references` by the sheet's id
 * @returns the new text, or null where no cell is left: an empty chain is one that Excel repairs
 */
export function patchCalcChain(
  xml: string,
  gone: ReadonlyMap<string, ReadonlySet<string>>,
  budget: Budget,
): string | null {
  const splices = new Splices(xml);
  let sheet = ''; // a cell without a sheet id has that of the cell before it
  let written = '';
  let left = 0;
  scanXml(
    xml,
    {
      open(tag, start, end) {
        if (tag.name !== 'c') return;
        const own = tag.get('i');
        sheet = own ?? sheet;
        if (gone.get(sheet)?.has(tag.get('r') ?? '') === true) {
          splices.replace(start, end, '');
          return;
        }
        left++;
        if (own === undefined && written !== sheet)
          splices.replace(start, end, setAttribute(tag.raw, 'i', sheet));
        written = sheet;
      },
    },
    budget,
  );
  if (left === 0) return null;
  return splices.apply();
}
