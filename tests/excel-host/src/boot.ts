import { Host, type HostOptions } from './host';

/** The look of Office: black under the text in the dark one. */
export type Theme = 'light' | 'dark';

/** Installs a simulated Excel, as `window.excelHost` too, where an add-in's page in Win32 Excel looks for it:
 * `window.external` (office.debug.js, `ScriptLoading` and `HostInfo`; excel-win32-16.01.debug.js, `RichClientHostController`)
 * and the message bridge. What is not here fails there. */
export function install(
  window: object,
  options: HostOptions & { readonly locale: string; readonly theme?: Theme },
): Host {
  const host = new Host(options);
  const { locale, theme = 'light' } = options;
  const settings = {
    Read: (): void => undefined,
    Write: () => void host.unmodelled.push('Office.context.document.settings'),
  };
  const [background, text] = theme === 'light' ? [0xffffff, 0] : [0, 0xffffff];
  const colours = {
    ...{ bodyBackgroundColor: background, bodyForegroundColor: text },
    ...{ controlBackgroundColor: background, controlForegroundColor: text },
  };
  const values = {
    ...{ AppType: 1, AppVersionMajor: 16, AppVersionMinor: 1, HostFullVersion: '16.0.0.0' },
    ...{ DocUrl: 'C:\\sim.xlsx', AppUILocale: locale, AppDataLocale: locale, Settings: settings },
    ...{ SolutionRef: 'sim', SolutionToken: '', CorrelationId: 'sim', InstanceId: 'sim' },
    ...{ ActivationMode: 1, InitialDisplayMode: 2, AppCapabilities: 0, ControlIntegrationLevel: 0 },
    ...{ TouchEnabled: false, CommerceAllowed: false, OfficeThemeInfo: JSON.stringify(colours) },
    SupportedMatrix: JSON.stringify(host.requirements),
  };
  const context = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`Get${name}`, (): unknown => value]),
  );
  const external = {
    // The last part: 1 shared runtime, 2 custom functions page.
    GetHostInfo: () => `Excel|Win32|16.01|${locale}|sim||disableLogging|3`,
    GetContext: () => context,
    RegisterEvent: (id: number, _target: string, _handler: unknown, done: (status: number) => void) => {
      if (id !== 39) host.unmodelled.push(`common API event ${id}`); // 39: ribbon commands, at start
      setTimeout(() => void done(0));
    },
  };
  Object.defineProperty(window, 'external', { value: external, configurable: true, writable: true });
  Object.assign(window, { _richApiNativeBridge: host.bridge, excelHost: host });
  return host;
}
