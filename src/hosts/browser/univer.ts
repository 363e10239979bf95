import './key-numbers';
import './segmenter';
import {
  CanceledError,
  LocaleService,
  LocaleType,
  LogLevel,
  Univer,
  type ILocales,
  type Injector,
} from '@univerjs/core';
import {
  UniverDocsPlugin,
  UniverDocsUIPlugin,
  UniverFormulaEnginePlugin,
  UniverRenderEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsFormulaUIPlugin,
  UniverSheetsNumfmtPlugin,
  UniverSheetsNumfmtUIPlugin,
  UniverSheetsPlugin,
  UniverSheetsUIPlugin,
  UniverUIPlugin,
} from '@univerjs/preset-sheets-core';
import {
  UniverDataValidationPlugin,
  UniverSheetsDataValidationPlugin,
  UniverSheetsDataValidationUIPlugin,
} from '@univerjs/preset-sheets-data-validation';
import { defaultTheme } from '@univerjs/themes';

export type GridLanguage = 'zh-CN' | 'en-US';

/**
 * Menus of what the grid can do and a workbook of this kind has no use for, or that a saved file would not keep. Text made
 * into numbers would cost ID numbers their last digits.
 */
const HIDDEN_MENUS = [
  'sheet.toolbar.text-to-number',
  'sheet.contextMenu.text-to-number',
  'sheet.menu.data-validation',
  'data-validation.operation.open-validation-panel',
  'sheet.command.add-data-validation',
  'sheet.menu.sheets-permission',
  'sheet-permission.operation.openPanel',
  'sheet.contextMenu.permission',
  // It would protect nothing but the view, and only here.
  'sheet.command.add-range-protection-from-toolbar',
  'sheet.command.add-range-protection-from-context-menu',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.set-range-protection-from-context-menu',
  'sheet.command.delete-range-protection-from-context-menu',
  'sheet.command.view-sheet-permission-from-context-menu',
  'sheet.command.view-sheet-permission-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.paste-format',
  'sheet.command.paste-col-width',
  'sheet.command.paste-besides-border',
  'sheet.command.paste-formula',
].map((id) => [id, { hidden: true }] as const);

/** The texts of the grid; only the language asked for is fetched. */
async function texts(language: GridLanguage): Promise<ILocales> {
  if (language === 'en-US') {
    const [core, validation] = await Promise.all([
      import('@univerjs/preset-sheets-core/locales/en-US'),
      import('@univerjs/preset-sheets-data-validation/locales/en-US'),
    ]);
    return { [LocaleType.EN_US]: { ...core.default, ...validation.default } };
  }
  const [core, validation] = await Promise.all([
    import('@univerjs/preset-sheets-core/locales/zh-CN'),
    import('@univerjs/preset-sheets-data-validation/locales/zh-CN'),
  ]);
  return { [LocaleType.ZH_CN]: { ...core.default, ...validation.default } };
}

const localeOf = (language: GridLanguage): LocaleType =>
  language === 'en-US' ? LocaleType.EN_US : LocaleType.ZH_CN;

/** Shows the grid's own words in another language. */
export async function setLanguage(injector: Injector, language: GridLanguage): Promise<void> {
  const locales = injector.get(LocaleService);
  locales.load(await texts(language));
  locales.setLocale(localeOf(language));
  nameMergeQuestion(locales, language);
}

/** The grid asks before it splits joined cells, and looks for the words of that where its texts have none. */
function nameMergeQuestion(locales: LocaleService, language: GridLanguage): void {
  const text = (key: string): string => locales.t(`sheets.merge.confirm.${key}`);
  const confirm = {
    warning: text('warning'),
    dismantleMergeCellWarning: text('dismantleMergeCellWarning'),
  };
  locales.load({ [localeOf(language)]: { 'sheets-ui': { merge: { confirm } } } });
}

/**
 * An empty grid in an element of the page: cells, formulas, number formats, lists. It has no toolbar: what most of
 * its buttons do is a look, which neither a clean copy nor the user's own file takes from here.
 */
export async function startUniver(
  container: HTMLElement,
  language: GridLanguage,
): Promise<{ readonly univer: Univer; readonly injector: Injector }> {
  const menu = Object.fromEntries(HIDDEN_MENUS);
  const univer = new Univer({
    theme: defaultTheme,
    locale: localeOf(language),
    locales: await texts(language),
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: true,
    toolbar: false,
    disableAutoFocus: true,
    menu,
  });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    disableForceStringAlert: true,
    disableForceStringMark: true,
    clipboardConfig: { hidePasteOptions: true },
    menu,
  });
  univer.registerPlugin(UniverSheetsNumfmtPlugin, {
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
  });
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, { showEditOnDropdown: false });
  const injector = univer.__getInjector();
  nameMergeQuestion(injector.get(LocaleService), language);
  return { univer, injector };
}

/** Thrown by a listener that is asked before a command runs: the command is not run. */
export const cancelled = (): Error => new CanceledError();
