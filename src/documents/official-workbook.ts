import { strToU8, zipSync } from 'fflate';
import { escapeCellText, escapeXml } from '../hosts/file/xml-escapes';
import type { OfficialLayout } from '../sheet/layout';
import type { OfficialValue } from '../sheet/official-rows';
import type { TemplateLists } from '../sheet/template-lists';
import { LIST_SHEET, listNames, listSheetXml, validationsXml } from './official-lists';
import { StringTable, printNames, sheetXml } from './official-sheet';
import { STYLE, STYLES_XML } from './official-styles';

/** The official sheet filled in. */
export interface OfficialWorkbook extends OfficialLayout {
  /** One a person, in the order of the columns; '' is an empty cell, a serial a day. */
  readonly rows: readonly (readonly OfficialValue[])[];
}

/** The official sheet to be filled in. */
export interface OfficialTemplate extends OfficialLayout {
  readonly emptyRows: number;
  readonly lists: TemplateLists;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A zip knows no earlier day. With a fixed one, the same rows give the same bytes. */
const ZIP_DATE = new Date(1980, 0, 1);

/** A part, with its content type and its relationship's type. */
interface Part {
  readonly path: string;
  readonly type: string;
  readonly relation: string;
  readonly xml: string;
}

const element = (name: string, content: string): string =>
  `<${name} xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</${name}>`;

/** A worksheet's name from the form's title: without what Excel forbids there, at most 31 characters. */
const sheetNameOf = (title: string): string =>
  title
    .replace(/[\\/?*[\]:]/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '')
    .slice(0, 31) || 'Sheet1';

function stringsXml(strings: StringTable): string {
  const items = strings.texts.map((text) => `<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`);
  return `<sst xmlns="${MAIN}" count="${strings.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
}

function workbookXml(
  sheets: readonly { readonly name: string; readonly state?: string }[],
  names: string,
): string {
  const items = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  return element(
    'workbook',
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${items.join('')}</sheets><definedNames>${names}</definedNames>`,
  );
}

/** Parts into a package: content types, relationships, the workbook and what belongs to it. */
function zipParts(workbook: string, parts: readonly Part[], title: string): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${type}"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const relationships = (content: string): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  const files: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        override('xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`) +
        parts.map(({ path, type }) => override(`xl/${path}`, type)).join('') +
        override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
        '</Types>',
    ],
    [
      '_rels/.rels',
      relationships(
        relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml') +
          relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ),
    ],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    ],
    ['xl/workbook.xml', workbook],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(
        parts
          .map(({ path, relation: type }, index) => relation(`rId${index + 1}`, `${OFFICE}/${type}`, path))
          .join(''),
      ),
    ],
    ...parts.map(({ path, xml }) => [`xl/${path}`, xml] as const),
  ];
  return zipSync(Object.fromEntries(files.map(([path, xml]) => [path, strToU8(head + xml)])), {
    level: 6,
    mtime: ZIP_DATE,
  });
}

const worksheet = (number: number, content: string): Part => ({
  path: `worksheets/sheet${number}.xml`,
  type: `${SHEET_TYPE}.worksheet+xml`,
  relation: 'worksheet',
  xml: element('worksheet', content),
});

const styles = (): Part => ({
  path: 'styles.xml',
  type: `${SHEET_TYPE}.styles+xml`,
  relation: 'styles',
  xml: `<styleSheet xmlns="${MAIN}">${STYLES_XML}</styleSheet>`,
});

const sharedStrings = (strings: StringTable): Part => ({
  path: 'sharedStrings.xml',
  type: `${SHEET_TYPE}.sharedStrings+xml`,
  relation: 'sharedStrings',
  xml: stringsXml(strings),
});

/**
 * The official sheet with these rows, as an .xlsx with nothing of ours in it: no hidden sheet, no validation, no
 * formula, no name but those of printing, no person's name in its properties. The same input gives the same bytes.
 */
export function officialWorkbook({ rows, ...layout }: OfficialWorkbook): Uint8Array {
  const strings = new StringTable();
  const sheet = worksheet(1, sheetXml(layout, rows, strings, ''));
  const name = sheetNameOf(layout.title);
  const workbook = workbookXml([{ name }], printNames(layout, rows.length, name));
  return zipParts(workbook, [sheet, styles(), sharedStrings(strings)], layout.title);
}

/**
 * The official sheet as a form: empty bordered rows with a prompt in each column, lists where there is a choice
 * (a value off the list is warned of, not refused), and the lists on a very hidden sheet behind names in `KPY_…`.
 */
export function officialTemplate({ emptyRows, lists, ...layout }: OfficialTemplate): Uint8Array {
  const strings = new StringTable();
  const rows = Array.from({ length: Math.max(1, emptyRows) }, () => []);
  const form = worksheet(1, sheetXml(layout, rows, strings, validationsXml(layout, rows.length, lists)));
  const listing = worksheet(2, listSheetXml(lists, strings, STYLE.text));
  const name = sheetNameOf(layout.title);
  const names = printNames(layout, rows.length, name) + listNames(lists);
  const workbook = workbookXml([{ name }, { name: LIST_SHEET, state: 'veryHidden' }], names);
  return zipParts(workbook, [form, listing, styles(), sharedStrings(strings)], layout.title);
}
