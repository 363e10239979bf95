import type { Budget } from './limits';
import { scanXml } from './xml-scan';
import { Splices, setAttribute } from './xml-splice';

/** What stands before calcPr in a workbook, as the schema orders it; sheets are always there. */
const BEFORE: ReadonlySet<string> = new Set([
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/** The workbook's part, telling programs to compute every formula when they open it. */
export function withFullCalculation(xml: string, budget: Budget): string {
  const splices = new Splices(xml);
  const seen = { calcPr: false, place: 0, prefix: '', extensions: false };
  scanXml(
    xml,
    {
      open(tag, start, end) {
        // The defined names of slicers stand among the extensions.
        if (tag.name === 'extLst') seen.extensions = true;
        if (tag.name === 'sheets') seen.prefix = tag.prefix;
        if (tag.name !== 'calcPr') return;
        seen.calcPr = true;
        splices.replace(start, end, setAttribute(tag.raw, 'fullCalcOnLoad', '1'));
      },
      close(name, _, end) {
        if (BEFORE.has(name) && !seen.extensions) seen.place = end;
      },
    },
    budget,
  );
  if (!seen.calcPr) splices.replace(seen.place, seen.place, `<${seen.prefix}calcPr fullCalcOnLoad="1"/>`);
  return splices.apply();
}
