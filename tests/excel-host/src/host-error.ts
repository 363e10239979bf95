/** An error that Excel reports to the add-in; code and message as in Microsoft's table "Error handling with the
 * application-specific JavaScript APIs". */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export const invalidArgument = (
  message = 'The argument is invalid or missing or has an incorrect format.',
): HostError => new HostError('InvalidArgument', message);
export const itemNotFound = (): HostError =>
  new HostError('ItemNotFound', "The requested resource doesn't exist.", 404);
export const alreadyExists = (): HostError =>
  new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);
export const invalidOperation = (): HostError =>
  new HostError('InvalidOperation', 'The operation attempted is invalid on the object.');
export const accessDenied = (): HostError =>
  new HostError('AccessDenied', 'You cannot perform the requested operation.', 403);
export const inCellEdit = (): HostError =>
  new HostError('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.');

/** Thrown for what this simulator does not know: the host records it, so that no test passes by accident. */
export class NotModelled extends HostError {
  constructor(what: string) {
    super('NotImplemented', `simulated Excel: ${what} is not modelled`, 501);
  }
}
