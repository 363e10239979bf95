/// <reference types="custom-functions-runtime" />
import type { MessageParams } from '../rules/finding';
import { messageText, type MessageCode } from '../rules/messages/message';

/**
 * What goes wrong is returned, not thrown: Excel shows a returned error with its message, alone or as one cell of a
 * spilled range, so that one bad cell does not take the others with it (CustomFunctions.Error in the API reference).
 */
export type Failure = CustomFunctions.Error;

/** #VALUE!: an argument that cannot be used. */
export const unusable = (message: string): Failure =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);

/** #N/A: a code or name that is unknown, or a question that the notice has no answer to. */
export const notAvailable = (message: string): Failure =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);

export const isFailure = (value: unknown): value is Failure => value instanceof CustomFunctions.Error;

/** A sentence of the catalogue. Functions answer in Chinese, whatever the language of Excel: their results are compared. */
export const say = (code: MessageCode, params: MessageParams = {}): string =>
  messageText('zh-CN', code, params);
