import { createContext, useContext } from 'react';
import type { MessageParams } from '../rules/finding';
import type { Locale } from '../rules/messages/message';
import { workbenchText, type WorkbenchCode } from '../rules/messages/workbench/workbench-message';

/** Words a message of the workbench in the user's language. */
export type WorkbenchWords = (code: WorkbenchCode, params?: MessageParams) => string;

export const wordsIn =
  (locale: Locale): WorkbenchWords =>
  (code, params) =>
    workbenchText(locale, code, params);

export const WordsContext = createContext<WorkbenchWords>(wordsIn('zh-CN'));

export const useWords = (): WorkbenchWords => useContext(WordsContext);
