import type { Host } from './host';

/** What the page of an add-in in Win32 Excel finds at `window.external`, before the message bridge: office.debug.js,
 * `ScriptLoading` and `HostInfo`; excel-win32-16.01.debug.js, `RichClientHostController`. */
export function installExternal(window: object, host: Host, locale: string): void {
  const plain = {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0,
    controlBackgroundColor: 0xffffff,
    controlForegroundColor: 0,
  };
  const settings = {
    Read: (): void => undefined,
    Write: (): void => {
      host.recordUnmodelled('Office.context.document.settings');
    },
  };
  const values: Readonly<Record<string, unknown>> = {
    GetAppType: 1,
    GetSolutionRef: 'sim',
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: locale,
    GetAppDataLocale: locale,
    GetDocUrl: 'C:\\sim.xlsx',
    GetAppCapabilities: 0,
    GetActivationMode: 1,
    GetControlIntegrationLevel: 0,
    GetSolutionToken: '',
    GetCorrelationId: 'sim',
    GetInstanceId: 'sim',
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetHostFullVersion: '16.0.0.0',
    GetSupportedMatrix: JSON.stringify(host.requirements),
    GetInitialDisplayMode: 2,
    GetSettings: settings,
    GetOfficeThemeInfo: JSON.stringify(plain),
  };
  const context = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, (): unknown => value]),
  );
  const external = {
    // The last part: 1 shared runtime, 2 custom functions page.
    GetHostInfo: () => `Excel|Win32|16.01|${locale}|sim||disableLogging|3`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (id: number, _parameters: unknown, done: (answer: unknown) => void) => {
      if (id !== 93) host.recordUnmodelled(`common API call ${id}`); // 93: the library's own check of the bridge
      setTimeout(() => {
        done({ toArray: () => [0] });
      });
    },
    RegisterEvent: (id: number, _target: string, _handler: unknown, done: (status: number) => void) => {
      if (id !== 39) host.recordUnmodelled(`common API event ${id}`); // 39: ribbon commands, at start
      setTimeout(() => {
        done(0);
      });
    },
    UnregisterEvent: (_id: number, _target: string, done: (status: number) => void) =>
      setTimeout(() => {
        done(0);
      }),
  };
  Object.defineProperty(window, 'external', { value: external, configurable: true, writable: true });
  Object.assign(window, { _richApiNativeBridge: host.bridge });
}
