/** An error that Excel reports to the add-in, with a code of Microsoft's "Error handling with the application-specific
 * JavaScript APIs". */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

/** Thrown for what this simulator does not know: the host records it, so that no test passes by accident. */
export class NotModelled extends HostError {
  constructor(what: string) {
    super('NotImplemented', `simulated Excel: ${what} is not modelled`);
  }
}
