import { zipSync } from 'fflate';
import { escapeXml } from '../hosts/file/xml-escapes';
import { STYLES_XML } from './official-styles';
import type { StringTable } from './string-table';
import { utf8Pieces } from './utf8-pieces';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A zip knows no earlier day. With a fixed one, the same content gives the same bytes. */
const ZIP_DATE = new Date(1980, 0, 1);

/** A workbook that we write: its worksheets, in our styles, with the strings that their cells refer to. */
export interface Spreadsheet {
  /** The document's title in its properties; nothing else of whoever made it stands there. */
  readonly title: string;
  /** `xml` is the content of the element `worksheet`, in pieces. */
  readonly sheets: readonly {
    readonly name: string;
    readonly state?: 'veryHidden';
    readonly xml: readonly string[] | Generator<string>;
  }[];
  /** The content of the element `definedNames`. */
  readonly names: string;
  readonly strings: StringTable;
}

/** A part of xl/, with its content type and its relationship's type. */
interface Part {
  readonly path: string;
  readonly type: string;
  readonly relation: string;
  readonly content: Uint8Array;
}

function* element(name: string, content: Iterable<string>): Generator<string> {
  yield `<${name} xmlns="${MAIN}" xmlns:r="${OFFICE}">`;
  yield* content;
  yield `</${name}>`;
}

function* document(content: Iterable<string>): Generator<string> {
  yield HEAD;
  yield* content;
}

const partOf = (...content: readonly string[]): Uint8Array => utf8Pieces(document(content));

/** A workbook's bytes. The same input gives the same bytes. */
export function spreadsheet({ title, sheets, names, strings }: Spreadsheet): Uint8Array {
  const parts: readonly Part[] = [
    ...sheets.map(({ xml }, index) => ({
      path: `worksheets/sheet${index + 1}.xml`,
      type: `${SHEET_TYPE}.worksheet+xml`,
      relation: 'worksheet',
      // Also fills the string table, which is written last.
      content: utf8Pieces(document(element('worksheet', xml))),
    })),
    {
      path: 'styles.xml',
      type: `${SHEET_TYPE}.styles+xml`,
      relation: 'styles',
      content: partOf(`<styleSheet xmlns="${MAIN}">${STYLES_XML}</styleSheet>`),
    },
    {
      path: 'sharedStrings.xml',
      type: `${SHEET_TYPE}.sharedStrings+xml`,
      relation: 'sharedStrings',
      content: partOf(
        `<sst xmlns="${MAIN}" count="${strings.uses}" uniqueCount="${strings.texts.length}">${strings.xml}</sst>`,
      ),
    },
  ];
  const files: Readonly<Record<string, Uint8Array>> = {
    '[Content_Types].xml': partOf(contentTypes(parts)),
    '_rels/.rels': partOf(
      relationships([
        relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'),
        relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ]),
    ),
    'docProps/core.xml': partOf(
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    ),
    'xl/workbook.xml': partOf(...workbookXml(sheets, names)),
    'xl/_rels/workbook.xml.rels': partOf(
      relationships(
        parts.map(({ path, relation: type }, i) => relation(`rId${i + 1}`, `${OFFICE}/${type}`, path)),
      ),
    ),
    ...Object.fromEntries(parts.map(({ path, content }) => [`xl/${path}`, content])),
  };
  return zipSync(files, { level: 6, mtime: ZIP_DATE });
}

function workbookXml(sheets: Spreadsheet['sheets'], names: string): Iterable<string> {
  const items = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  return element('workbook', [
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${items.join('')}</sheets><definedNames>${names}</definedNames>`,
  ]);
}

function contentTypes(parts: readonly Part[]): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${type}"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    override('xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`) +
    parts.map(({ path, type }) => override(`xl/${path}`, type)).join('') +
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    '</Types>'
  );
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

const relationships = (items: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
