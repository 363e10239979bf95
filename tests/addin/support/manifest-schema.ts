/*
 * What Microsoft's schemas allow of the parts of a task pane manifest that ours uses, and in which order: [MS-OWEMXML]
 * 5.2 (appforoffice/1.1), 5.6 (officeappbasictypes/1.0) and 5.7 (taskpaneappversionoverrides). Addresses are held to
 * HTTPS besides, which the schemas leave open.
 */
export const APP = 'http://schemas.microsoft.com/office/appforoffice/1.1';
export const OVERRIDES = 'http://schemas.microsoft.com/office/taskpaneappversionoverrides';
export const BASIC = 'http://schemas.microsoft.com/office/officeappbasictypes/1.0';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** What an element is: its attributes, and either text or children in their order. */
interface Model {
  readonly attributes?: Readonly<Record<string, RegExp>>;
  readonly optional?: Readonly<Record<string, RegExp>>;
  readonly text?: RegExp;
  readonly children?: readonly Particle[];
  /** Where xsi:type says which model holds. */
  readonly types?: Readonly<Record<string, Model>>;
}

interface Particle {
  readonly space: string;
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly model: Model;
}

const particles =
  (space: string, least: number, most: number) =>
  (name: string, model: Model): Particle => ({ space, name, least, most, model });
const [app, appMay] = [particles(APP, 1, 1), particles(APP, 0, 1)];
const [over, overMay] = [particles(OVERRIDES, 1, 1), particles(OVERRIDES, 0, 1)];
const overSome = particles(OVERRIDES, 1, Infinity);
const basicMay = particles(BASIC, 0, 1);

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const VERSION = /^\d{1,5}(?:\.\d{1,5}){0,3}$/;
const SHORT_VERSION = /^\d{1,5}\.\d{1,5}$/;
const CULTURE = /^[a-z]{2,3}-[a-z\d]{2,8}$/i;
const SHORT = /^.{1,125}$/s;
const LONG = /^.{1,250}$/s;
const REFERENCE = /^.{1,32}$/;
const ADDRESS = /^https:\/\/\S{1,2040}$/;

/** A value with its overrides by language. */
const localised = (space: string, value: RegExp): Model => ({
  attributes: { DefaultValue: value },
  children: [particles(space, 0, Infinity)('Override', { attributes: { Locale: CULTURE, Value: value } })],
});

const resources = (name: string, value: RegExp): Model => {
  const { attributes, ...rest } = localised(BASIC, value);
  return {
    children: [
      particles(BASIC, 0, Infinity)(name, { attributes: { id: REFERENCE, ...attributes }, ...rest }),
    ],
  };
};

const requirements = (space: string): Model => ({
  children: [
    particles(
      space,
      1,
      1,
    )('Sets', {
      optional: { DefaultMinVersion: SHORT_VERSION },
      children: [
        particles(
          space,
          1,
          Infinity,
        )('Set', {
          attributes: { Name: SHORT },
          optional: { MinVersion: SHORT_VERSION },
        }),
      ],
    }),
  ],
});

const reference: Model = { attributes: { resid: REFERENCE } };
const location: Model = { children: [over('SourceLocation', reference)] };

const icons: Model = {
  children: [
    particles(
      BASIC,
      1,
      Infinity,
    )('Image', {
      attributes: { resid: REFERENCE, size: /^(?:16|20|24|32|40|48|64|80)$/ },
    }),
  ],
};

const action: Model = {
  types: {
    ShowTaskpane: {
      children: [
        overMay('TaskpaneId', { text: SHORT }),
        over('SourceLocation', reference),
        overMay('Title', reference),
      ],
    },
    ExecuteFunction: { children: [over('FunctionName', { text: LONG })] },
  },
};

const tip: Model = { children: [over('Title', reference), over('Description', reference)] };

const button: Model = {
  attributes: { id: SHORT },
  children: [over('Label', reference), over('Supertip', tip), over('Icon', icons), over('Action', action)],
};

const menu: Model = {
  attributes: { id: SHORT },
  children: [
    over('Label', reference),
    over('Supertip', tip),
    over('Icon', icons),
    over('Items', {
      children: [
        overSome('Item', {
          attributes: { id: SHORT },
          children: [
            over('Label', reference),
            over('Supertip', tip),
            overMay('Icon', icons),
            over('Action', action),
          ],
        }),
      ],
    }),
  ],
};

const group: Model = {
  attributes: { id: SHORT },
  children: [
    over('Label', reference),
    over('Icon', icons),
    overSome('Control', { types: { Button: button, Menu: menu } }),
  ],
};

const ribbon: Model = {
  children: [
    overMay('CustomTab', {
      attributes: { id: SHORT },
      children: [overSome('Group', group), over('Label', reference)],
    }),
  ],
};

const customFunctions: Model = {
  children: [
    over('Script', location),
    over('Page', location),
    overMay('Metadata', location),
    overMay('Namespace', reference),
  ],
};

const workbook: Model = {
  children: [
    overMay('Runtimes', {
      children: [
        overSome('Runtime', { attributes: { resid: REFERENCE }, optional: { lifetime: /^(?:long|short)$/ } }),
      ],
    }),
    overMay('AllFormFactors', {
      children: [overMay('ExtensionPoint', { types: { CustomFunctions: customFunctions } })],
    }),
    overMay('DesktopFormFactor', {
      children: [
        overMay('GetStarted', {
          children: [
            over('Title', reference),
            over('Description', reference),
            over('LearnMoreUrl', reference),
          ],
        }),
        overMay('FunctionFile', reference),
        overSome('ExtensionPoint', { types: { PrimaryCommandSurface: ribbon } }),
      ],
    }),
  ],
};

const overrides: Model = {
  types: {
    VersionOverridesV1_0: {
      children: [
        overMay('Description', reference),
        overMay('Requirements', requirements(BASIC)),
        overMay('Hosts', { children: [overSome('Host', { types: { Workbook: workbook } })] }),
        overMay('Resources', {
          children: [
            basicMay('Images', resources('Image', ADDRESS)),
            basicMay('Urls', resources('Url', ADDRESS)),
            basicMay('ShortStrings', resources('String', SHORT)),
            basicMay('LongStrings', resources('String', LONG)),
          ],
        }),
      ],
    },
  },
};

const MANIFEST: Model = {
  types: {
    TaskPaneApp: {
      children: [
        app('Id', { text: ID }),
        app('Version', { text: VERSION }),
        app('ProviderName', { text: SHORT }),
        app('DefaultLocale', { text: CULTURE }),
        app('DisplayName', localised(APP, SHORT)),
        app('Description', localised(APP, LONG)),
        appMay('IconUrl', localised(APP, ADDRESS)),
        appMay('HighResolutionIconUrl', localised(APP, ADDRESS)),
        appMay('SupportUrl', localised(APP, ADDRESS)),
        appMay('AppDomains', { children: [particles(APP, 1, Infinity)('AppDomain', { text: LONG })] }),
        appMay('Hosts', {
          children: [particles(APP, 1, Infinity)('Host', { attributes: { Name: SHORT } })],
        }),
        appMay('Requirements', requirements(APP)),
        app('DefaultSettings', { children: [app('SourceLocation', localised(APP, ADDRESS))] }),
        app('Permissions', { text: /^(?:Restricted|(?:Read|Write|ReadWrite)Document|ReadAllDocument)$/ }),
        overMay('VersionOverrides', overrides),
      ],
    },
  },
};

/** What a manifest breaks of the schemas, each with the path of the element. */
export function breaches(manifest: Document): readonly string[] {
  const root = manifest.documentElement;
  if (root.namespaceURI !== APP || root.localName !== 'OfficeApp')
    return [`${root.localName} is no OfficeApp`];
  return breachesOf(root, MANIFEST, root.localName);
}

function breachesOf(element: Element, model: Model, path: string): readonly string[] {
  if (model.types === undefined)
    return [...ofAttributes(element, model, path), ...ofContent(element, model, path)];
  const type = element.getAttributeNS(XSI, 'type') ?? '';
  const typed = model.types[type];
  return typed === undefined ? [`${path}: no type "${type}"`] : breachesOf(element, typed, path);
}

function ofAttributes(element: Element, { attributes = {}, optional = {} }: Model, path: string): string[] {
  const known = { ...attributes, ...optional };
  const present = [...element.attributes].filter(
    ({ name, namespaceURI }) => namespaceURI !== XSI && !name.startsWith('xmlns'),
  );
  return [
    ...Object.keys(attributes)
      .filter((name) => !element.hasAttribute(name))
      .map((name) => `${path}: attribute ${name} is missing`),
    ...present
      .filter(({ name, value }) => known[name]?.test(value) !== true)
      .map(({ name, value }) => `${path}: attribute ${name} may not be "${value}"`),
  ];
}

function ofContent(element: Element, { text, children: allowed = [] }: Model, path: string): string[] {
  const children = [...element.children];
  const found: string[] = [];
  for (const { space, name, least, most, model } of allowed) {
    let count = 0;
    for (let next = children[0]; next !== undefined && count < most; next = children[0]) {
      if (next.localName !== name || next.namespaceURI !== space) break;
      found.push(...breachesOf(next, model, `${path}/${name}`));
      children.shift();
      count++;
    }
    if (count < least) found.push(`${path}: ${name} is missing`);
  }
  const own = [...element.childNodes]
    .filter(({ nodeType }) => nodeType === element.TEXT_NODE)
    .map(({ nodeValue }) => nodeValue ?? '')
    .join('')
    .trim();
  if (text === undefined ? own !== '' : !text.test(own)) found.push(`${path}: may not hold "${own}"`);
  return [...found, ...children.map(({ localName }) => `${path}: ${localName} is out of place`)];
}
