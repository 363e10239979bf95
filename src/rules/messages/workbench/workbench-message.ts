import type { MessageParams } from '../../finding';
import type { Locale } from '../message';
import { filled } from '../template';
import { enUS } from './en-US';
import { zhCN } from './zh-CN';

export type WorkbenchCode = keyof typeof zhCN;

const CATALOGUE: Readonly<Record<Locale, Readonly<Record<WorkbenchCode, string>>>> = {
  'zh-CN': zhCN,
  'en-US': enUS,
};

/** A sentence of the workbench with its parameters filled in. */
export const workbenchText = (locale: Locale, code: WorkbenchCode, params: MessageParams = {}): string =>
  filled(CATALOGUE[locale][code], params, CATALOGUE[locale].and);
