/** A part of the page that its server did not give. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded';
}

/** Whether an error is such a part: a file of ours, or code, for which webpack has a name of its own. */
export const isNotLoaded = (error: unknown): boolean =>
  error instanceof NotLoaded || (error instanceof Error && error.name === 'ChunkLoadError');
