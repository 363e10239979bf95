/// <reference types="custom-functions-runtime" />

/**
 * What office.js puts in place before the functions run, where there is no office.js: a registry that takes each id once,
 * and the error that a cell shows. Codes and the class's fields are those of the runtime in @microsoft/office-js. Import
 * it before ./functions.
 */
class CellError extends Error {
  readonly basicValue: string;

  constructor(
    readonly code: string,
    message = '',
  ) {
    super(message);
    this.basicValue = code;
  }
}

export type Associated = (...parameters: readonly unknown[]) => unknown;

/** The functions that registered themselves, by id. */
export const associated = new Map<string, Associated>();

Object.assign(globalThis, {
  CustomFunctions: {
    associate: (id: string, work: Associated): void => {
      if (associated.has(id)) throw new Error(`${id} is associated twice.`);
      associated.set(id, work);
    },
    Error: CellError,
    ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
  },
});
