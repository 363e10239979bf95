import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface WorkbookSource {
  /** The content of each worksheet element; a whole document where it begins with `<?xml` or `<x:`. */
  readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[];
  /** The content of `<sst>`. */
  readonly strings?: string;
  /** The content of `<styleSheet>`. */
  readonly styles?: string;
  /** What stands before `<sheets>` in the workbook, and after it. */
  readonly workbook?: { readonly before?: string; readonly after?: string };
  /** The content of `<calcChain>`. */
  readonly calcChain?: string;
  /** Further parts, which may also replace those above. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly contentTypes?: string;
  readonly relationships?: string;
}

export const STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="31" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** The parts of a small workbook as Excel lays them out. */
export function workbookParts(source: WorkbookSource): Record<string, Uint8Array> {
  const sheetName = (index: number): string => `worksheets/sheet${index + 1}.xml`;
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const sheets = source.sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      override('xl/workbook.xml', 'sheet.main') +
      source.sheets.map((_, index) => override(`xl/${sheetName(index)}`, 'worksheet')).join('') +
      override('xl/styles.xml', 'styles') +
      override('xl/sharedStrings.xml', 'sharedStrings') +
      (source.calcChain === undefined ? '' : override('xl/calcChain.xml', 'calcChain')) +
      `${source.contentTypes ?? ''}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}">${source.workbook?.before ?? ''}<sheets>${sheets.join('')}</sheets>${source.workbook?.after ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      source.sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', sheetName(index))).join('') +
      relation('rIdStyles', 'styles', 'styles.xml') +
      relation('rIdStrings', 'sharedStrings', 'sharedStrings.xml') +
      (source.calcChain === undefined ? '' : relation('rIdChain', 'calcChain', 'calcChain.xml')) +
      `${source.relationships ?? ''}</Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}">${source.styles ?? STYLES}</styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${source.strings ?? ''}</sst>`,
  };
  source.sheets.forEach(({ xml }, index) => {
    const whole = xml.startsWith('<?xml') || xml.startsWith('<x:');
    parts[`xl/${sheetName(index)}`] = whole
      ? xml
      : `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${xml}</worksheet>`;
  });
  if (source.calcChain !== undefined) {
    parts['xl/calcChain.xml'] = `${HEAD}<calcChain xmlns="${MAIN}">${source.calcChain}</calcChain>`;
  }
  Object.assign(parts, source.parts);
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
  );
}

/** The same parts zipped, with odd dates and levels so that a test sees whether they are kept. */
export function workbookZip(source: WorkbookSource): Uint8Array {
  const zippable: Zippable = {};
  Object.entries(workbookParts(source)).forEach(([name, part], index) => {
    zippable[name] = [
      part,
      { mtime: new Date(2001 + (index % 50), index % 12, 1 + (index % 28)), level: index % 2 === 0 ? 9 : 1 },
    ];
  });
  return zipSync(zippable);
}

/** One visible sheet with these rows as its data. */
export const sheetZip = (rows: string, source: Omit<WorkbookSource, 'sheets'> = {}): Uint8Array =>
  workbookZip({ ...source, sheets: [{ name: '名单', xml: `<sheetData>${rows}</sheetData>` }] });
