/**
 * Everything that can be wrong with a file, as a name that never changes. The wording for people is kept in the
 * message catalogue under `file.<problem>`.
 *
 * - `empty`: no bytes at all.
 * - `truncated`: the end is missing, as after a broken download.
 * - `encrypted`: a password is needed to open it.
 * - `too-large`: over one of the limits of `limits.ts`; `params.limit` says which.
 * - `dtd`: an XML part declares a document type, which no spreadsheet program writes.
 * - `html`, `text`, `xml-2003`, `pdf`: another format under a spreadsheet's name.
 * - `old-xls`: an Excel file from before Excel 97.
 * - `not-a-spreadsheet`: a container of something else; `params.kind` says what.
 * - `no-worksheet`: a workbook without a worksheet, or (when patching) without the one named in `params.sheet`.
 * - `not-patchable`: it can be read, but not written in place; `params.reason` says why.
 * - `damaged`: the right format, but its content contradicts itself.
 */
export const FILE_PROBLEMS = [
  'empty',
  'truncated',
  'encrypted',
  'too-large',
  'dtd',
  'html',
  'text',
  'xml-2003',
  'pdf',
  'old-xls',
  'not-a-spreadsheet',
  'no-worksheet',
  'not-patchable',
  'damaged',
] as const;

export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** The one exception that leaves this folder for any bytes whatever. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly problem: FileProblem;
  /** What a message may name: the part, the limit, the kind of file. */
  readonly params: Readonly<Record<string, string | number>>;

  constructor(problem: FileProblem, params: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`file.${problem}`, cause === undefined ? undefined : { cause });
    this.problem = problem;
    this.params = params;
  }
}

/** What the caller gets for an error of any origin: ours as it is, all else (a library's, a RangeError) as `damaged`. */
export const asUnreadable = (error: unknown): UnreadableFile =>
  error instanceof UnreadableFile ? error : new UnreadableFile('damaged', {}, error);
