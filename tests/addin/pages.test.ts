/** @jest-environment jsdom */
import axe from 'axe-core';
import { existsSync, readFileSync } from 'node:fs';
import { officeSourceOf } from '../../tools/build/office-source.js';

const page = (name: string): Document =>
  new DOMParser().parseFromString(readFileSync(`dist/${name}`, 'utf8'), 'text/html');
const attributes = (document: Document, name: string): readonly string[] =>
  [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? '');

/** The Content-Security-Policy of a page, by directive. */
function policyOf(document: Document): ReadonlyMap<string, readonly string[]> {
  const policy =
    document.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content') ?? '';
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

describe.each(['taskpane.html', 'help.html', 'old-excel.html', 'old-browser.html'])('%s', (name) => {
  const document = page(name);

  test('everything that it loads or links to is in dist/', () => {
    const files = [...attributes(document, 'src'), ...attributes(document, 'href')];
    expect(files).toContain('page.css');
    for (const file of files) expect([file, existsSync(`dist/${file}`)]).toEqual([file, true]);
  });

  test('it has no script or style of its own in it, and its policy allows none', () => {
    const inline = [...document.querySelectorAll('script:not([src]), style, [style]')];
    const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter((attribute) => /^on/i.test(attribute.name)),
    );
    expect([inline, handlers]).toEqual([[], []]);
    const policy = policyOf(document);
    const scripts = policy.get('script-src') ?? policy.get('default-src') ?? ["'unsafe-inline'"];
    expect(scripts.filter((source) => source.startsWith("'unsafe"))).toEqual([]);
    expect(scripts.filter((source) => source === '*' || source.endsWith(':'))).toEqual([]);
  });
});

describe('taskpane.html', () => {
  const document = page('taskpane.html');

  test('asks about the webview first, at once, then loads Office, the functions and the pane in this order', () => {
    expect(attributes(document, 'src')).toEqual([
      'old-excel.js',
      expect.stringMatching(/office\.js$/),
      'functions.js',
      expect.stringMatching(/^taskpane\.[0-9a-f]+\.js$/),
    ]);
    const [first] = document.scripts;
    expect(first?.getAttributeNames()).toEqual(['src']);
  });

  test('its policy lets nothing be sent to another host', () => {
    const policy = policyOf(document);
    for (const directive of ['default-src', 'connect-src']) expect(policy.get(directive)).toEqual(["'self'"]);
    for (const directive of ['object-src', 'base-uri', 'form-action'])
      expect(policy.get(directive)).toEqual(["'none'"]);
  });
});

describe('where office.js comes from', () => {
  const template = readFileSync('src/taskpane/taskpane.html', 'utf8');
  const made = (name: string): Document => {
    const { script, policy } = officeSourceOf(name);
    const text = template.replace('<%= officeJs %>', script).replace('<%= officePolicy %>', policy);
    expect(text).not.toContain('<%');
    return new DOMParser().parseFromString(text, 'text/html');
  };

  test.each([
    ['self', 'office/office.js', []],
    [
      'global',
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      ['https://appsforoffice.microsoft.com'],
    ],
    [
      'china',
      'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
      ['https://appsforoffice.cdn.partner.office365.cn'],
    ],
  ])(
    '%s: the policy allows scripts of the site and of that place, and of no other',
    (name, script, origins) => {
      expect(attributes(made(name), 'src')).toContain(script);
      expect(policyOf(made(name)).get('script-src')).toEqual(["'self'", ...origins]);
    },
  );

  test('the page that the build made allows what its office.js needs, and no more', () => {
    const built = page('taskpane.html');
    const scripts = attributes(built, 'src').filter((source) => URL.canParse(source));
    expect(policyOf(built).get('script-src')).toEqual([
      "'self'",
      ...scripts.map((source) => new URL(source).origin),
    ]);
  });

  test('there is no other place', () => {
    expect(() => officeSourceOf('cdn')).toThrow('KPY_OFFICE_JS');
    expect(() => officeSourceOf('toString')).toThrow('KPY_OFFICE_JS');
  });
});

describe.each(['help.html', 'old-excel.html', 'old-browser.html'])('%s', (name) => {
  test('is Chinese with a part in English, and has nothing that axe objects to', async () => {
    const { documentElement: root } = page(name);
    document.documentElement.lang = root.lang;
    document.documentElement.innerHTML = root.innerHTML;
    expect(root.lang).toBe('zh-CN');
    expect(document.querySelector('p[lang=en]')?.textContent).toContain('KPY');
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

test('index.html asks about the browser first, at once, then loads the workbench', () => {
  const { scripts } = page('index.html');
  expect(Array.from(scripts, (script) => script.getAttribute('src'))).toEqual([
    'old-browser.js',
    expect.stringMatching(/^workbench\/workbench\.[0-9a-f]+\.js$/),
  ]);
  expect(scripts[0]?.getAttributeNames()).toEqual(['src']);
});

test('the page for old Excel offers the template', () => {
  expect(attributes(page('old-excel.html'), 'href')).toContain('template.xlsx');
});
