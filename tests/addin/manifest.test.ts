/** @jest-environment jsdom */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { DEVELOPMENT_URL, manifestFor, siteUrlOf } from '../../tools/build/manifest-for.js';
import { inNoticeWords } from '../../tools/build/notice-words.js';
import { version } from '../../package.json';
import { APP, BASIC, breaches, OVERRIDES } from './support/manifest-schema';
import { pngSize } from './support/png-size';

const TEXT = inNoticeWords(readFileSync('manifest.xml', 'utf8'));

function parsed(text: string): Document {
  const manifest = new DOMParser().parseFromString(text, 'application/xml');
  const [error] = manifest.getElementsByTagName('parsererror');
  if (error !== undefined) throw new Error(error.textContent);
  return manifest;
}

const manifest = parsed(TEXT);
const all = (name: string, space = '*', within: Document | Element = manifest): readonly Element[] => [
  ...within.getElementsByTagNameNS(space, name),
];
const one = (name: string, space: string): Element => {
  const [first, ...others] = all(name, space);
  if (first === undefined || others.length > 0) throw new Error(`There is not one ${name}.`);
  return first;
};
const given = (element: Element, name: string): string => element.getAttribute(name) ?? '';
/** Every address in a manifest, in its order. */
const addresses = (text: string): readonly string[] =>
  [...text.matchAll(/(?:DefaultValue|Value)="(https?:[^"]*)"/g)].map(([, address = '']) => address);
const fileOf = (address: string): string => `dist/${address.slice(DEVELOPMENT_URL.length)}`;

describe('the schemas', () => {
  test('the manifest keeps to them, order and lengths included', () => {
    expect(breaches(manifest)).toEqual([]);
  });

  test.each([
    [
      'two elements in the wrong order',
      /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/,
      '$2$1',
      'Version is missing',
    ],
    [
      'runtimes after the form factors',
      /(<Runtimes>.*?<\/Runtimes>)(.*?<\/AllFormFactors>)/s,
      '$2$1',
      'Runtimes is out of place',
    ],
    [
      'a tab whose label comes first',
      /(<CustomTab [^>]*>)(.*?)(<Label resid="Tab.Label"\/>)/s,
      '$1$3$2',
      'Group is out of place',
    ],
    ['a button without a tip', /<Supertip>.*?<\/Supertip>/s, '', 'Supertip is missing'],
    ['an attribute that does not exist', 'lifetime="long"', 'life="long"', 'attribute life may not be'],
    ['a value missing', 'size="16" resid="Icon.16"', 'resid="Icon.16"', 'attribute size is missing'],
    [
      'a short text too long',
      'Value="Open pane"',
      `Value="${'x'.repeat(126)}"`,
      'attribute Value may not be',
    ],
    ['a long text too long', 'Value="Selects', `Value="${'x'.repeat(250)}`, 'attribute Value may not be'],
    [
      'an address without HTTPS',
      `${DEVELOPMENT_URL}help`,
      'http://localhost/help',
      'DefaultValue may not be',
    ],
    ['an identifier too long', ' id="Help.Url"', ` id="${'x'.repeat(33)}"`, 'attribute id may not be'],
    ['a menu without items', /<Items>.*?<\/Items>/s, '', 'Items is missing'],
    ['an item that does nothing', /(<Item [^>]*>.*?)<Action.*?<\/Action>/s, '$1', 'Action is missing'],
    ['an unknown kind of control', 'xsi:type="Button"', 'xsi:type="Knob"', 'no type "Knob"'],
    [
      'a resource of another namespace',
      '<bt:Urls>',
      '<bt:Urls xmlns:bt="urn:other">',
      'Urls is out of place',
    ],
    ['an unknown permission', 'ReadWriteDocument', 'Everything', 'may not hold "Everything"'],
    ['text between elements', '<DefaultSettings>', '<DefaultSettings>x', 'may not hold "x"'],
  ])('%s would be found', (_, from, to, breach) => {
    const damaged = TEXT.replace(from, to);
    expect(damaged).not.toBe(TEXT);
    expect(breaches(parsed(damaged)).join('\n')).toContain(breach);
  });
});

describe('references', () => {
  /** Which resources an element refers to, by its name. */
  const SECTION: Readonly<Record<string, string>> = {
    Image: 'Images',
    Runtime: 'Urls',
    SourceLocation: 'Urls',
    FunctionFile: 'Urls',
    LearnMoreUrl: 'Urls',
    Label: 'ShortStrings',
    Title: 'ShortStrings',
    Namespace: 'ShortStrings',
    Description: 'LongStrings',
  };
  const referring = [...manifest.querySelectorAll('[resid]')];

  test('every resid is defined in the section that its element takes it from', () => {
    for (const element of referring) {
      const defined = all(SECTION[element.localName] ?? '', BASIC).flatMap((section) => [
        ...section.children,
      ]);
      expect([given(element, 'resid'), element.localName]).toEqual([
        defined.map(({ id }) => id).find((id) => id === given(element, 'resid')),
        element.localName,
      ]);
    }
  });

  test('every resource is used, and defined once', () => {
    const defined = [...one('Resources', OVERRIDES).querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(defined)).toEqual(new Set(referring.map((element) => given(element, 'resid'))));
    expect(defined).toHaveLength(new Set(defined).size);
  });

  test('tab, groups and controls have identifiers of their own', () => {
    const ids = ['CustomTab', 'Group', 'Control', 'Item']
      .flatMap((name) => all(name, OVERRIDES))
      .map(({ id }) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  test('pane, functions and ribbon share one runtime: one long-lived page for all', () => {
    const runtime = one('Runtime', OVERRIDES);
    expect(given(runtime, 'lifetime')).toBe('long');
    const pages = ['Page', 'Action'].flatMap((name) =>
      all(name, OVERRIDES).flatMap((each) => all('SourceLocation', OVERRIDES, each)),
    );
    expect(pages).toHaveLength(2);
    for (const page of [...pages, one('FunctionFile', OVERRIDES)])
      expect(given(page, 'resid')).toBe(given(runtime, 'resid'));
    const base = all('SourceLocation', APP).map((each) => given(each, 'DefaultValue'));
    expect(base).toEqual([`${DEVELOPMENT_URL}taskpane.html`]);
  });

  test('each function of the ribbon is one that the pane associates', () => {
    const source = readFileSync('src/taskpane/excel.tsx', 'utf8');
    const associated = [...source.matchAll(/^ {2}ribbon\('(\w+)'/gm)].map(([, name]) => name);
    expect(all('FunctionName').map((each) => each.textContent)).toEqual(associated);
  });
});

describe('texts', () => {
  const texts = [
    one('DisplayName', APP),
    ...all('Description', APP),
    ...all('String', BASIC).filter(({ id }) => id !== 'Functions.Namespace'),
  ];

  test('every text is Chinese, with an English one beside it', () => {
    expect(one('DefaultLocale', APP).textContent).toBe('zh-CN');
    for (const text of texts) {
      const locales = all('Override', '*', text).map((each) => [given(each, 'Locale'), given(each, 'Value')]);
      expect([given(text, 'DefaultValue'), locales]).toEqual([
        expect.stringMatching(/[\u4E00-\u9FFF]/),
        [['en-US', expect.stringMatching(/^[A-Z][A-Za-z]/)]],
      ]);
    }
  });

  test('the namespace of the functions is the same in every language', () => {
    const [namespace] = all('String', BASIC).filter(({ id }) => id === 'Functions.Namespace');
    expect(namespace?.outerHTML).toContain('DefaultValue="KPY"');
    expect(namespace?.children).toHaveLength(0);
  });
});

describe('what is asked for', () => {
  test('to read and write the document, and no other address', () => {
    expect(one('Permissions', APP).textContent).toBe('ReadWriteDocument');
    expect(all('AppDomain')).toEqual([]);
    expect(all('Host', APP).map((each) => given(each, 'Name'))).toEqual(['Workbook']);
  });

  test('the pane needs ExcelApi 1.14; without it the base manifest still shows the page that says so', () => {
    expect(all('Set', BASIC).map((set) => `${given(set, 'Name')} ${given(set, 'MinVersion')}`)).toEqual([
      'ExcelApi 1.14',
      'CustomFunctionsRuntime 1.3',
      'SharedRuntime 1.1',
    ]);
    expect(all('Requirements', APP)).toEqual([]);
  });

  test('the version is that of the package', () => {
    expect(one('Version', APP).textContent).toBe(`${version}.0`);
  });
});

describe('icons', () => {
  test('every list of icons has each size once, by the resource of that size', () => {
    const sizes = ['16', '20', '24', '32', '40', '48', '64', '80'];
    const lists = all('Icon', OVERRIDES);
    expect(lists).toHaveLength(all('Group', OVERRIDES).length + all('Control', OVERRIDES).length);
    for (const list of lists) {
      const images = all('Image', BASIC, list);
      expect(images.map((image) => given(image, 'size'))).toEqual(sizes);
      expect(images.map((image) => given(image, 'resid'))).toEqual(sizes.map((size) => `Icon.${size}`));
    }
  });

  test('every icon has the size in pixels that the manifest gives it, and under 100 KB', () => {
    const sized = [
      ...all('Image', BASIC, one('Images', BASIC)).map((each) => [each, Number(each.id.slice(5))] as const),
      [one('IconUrl', APP), 32] as const,
      [one('HighResolutionIconUrl', APP), 64] as const,
    ];
    expect(sized).toHaveLength(10);
    for (const [element, size] of sized) {
      const file = fileOf(given(element, 'DefaultValue'));
      expect([file, pngSize(readFileSync(file))]).toEqual([file, [size, size]]);
      expect(statSync(file).size).toBeLessThan(100 * 1024);
    }
  });
});

describe('addresses', () => {
  test('every address is of a file that the build makes', () => {
    expect(addresses(TEXT).length).toBeGreaterThan(10);
    for (const address of addresses(TEXT))
      expect([address, existsSync(fileOf(address))]).toEqual([address, true]);
  });

  test.each([
    ['https://kpy.example.cn', 'https://kpy.example.cn/'],
    ['https://intranet.example.cn:8443/addins/kpy///', 'https://intranet.example.cn:8443/addins/kpy/'],
    ['https://例子.cn/考评', 'https://xn--fsqu00a.cn/%E8%80%83%E8%AF%84/'],
    ['https://example.cn/a&b', 'https://example.cn/a&amp;b/'],
  ])('a site at %s has its own manifest, with no other address left in it', (address, folder) => {
    const made = manifestFor(TEXT, siteUrlOf(address));
    expect(breaches(parsed(made))).toEqual([]);
    expect(made).not.toContain('localhost');
    expect(addresses(made)).toEqual(addresses(TEXT).map((each) => each.replace(DEVELOPMENT_URL, folder)));
  });

  test.each([
    'http://kpy.example.cn/',
    'kpy.example.cn',
    '',
    'https://a.cn/?x',
    'https://a.cn/#x',
    'https://me@a.cn/',
  ])('no site is at "%s"', (address) => {
    expect(() => siteUrlOf(address)).toThrow('KPY_URL');
  });

  test('the manifest that the build made is that of one site', () => {
    const built = readFileSync('dist/manifest.xml', 'utf8');
    const site = (addresses(built)[0] ?? '').replace(/assets\/.*$/, '');
    expect(built).toBe(manifestFor(TEXT, site));
  });
});
