/** Messages of Microsoft's table "Error handling with the application-specific JavaScript APIs". */
const MESSAGES: Readonly<Record<string, string>> = {
  AccessDenied: 'You cannot perform the requested operation.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidObjectPath: "The object path isn't working for what you're trying to do.",
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode: 'Excel is in cell-editing mode.',
  ItemAlreadyExists: 'A resource with the same name or identifier already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
};

/** An error that Excel reports to the add-in. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message = MESSAGES[code] ?? code,
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
