/** One finding and one verdict of design §8, as far as the golden files need to know them. */
export interface CheckedSheet {
  readonly file: string;
  readonly error?: string;
  readonly findings?: readonly unknown[];
  readonly verdicts?: readonly unknown[];
  readonly summary?: { readonly errors: number };
}

export interface CheckDocument {
  readonly notice: string;
  readonly date: string;
  readonly files: readonly CheckedSheet[];
}

const list = (items: readonly unknown[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => `        ${JSON.stringify(item)}`).join(',\n')}\n      ]`;

/** The document as JSON with a finding or a verdict a line, so that a person can read a golden file and its changes. */
export function readable({ notice, date, files }: CheckDocument): string {
  const sheets = files.map((sheet) => {
    const fields = Object.entries(sheet).map(
      ([name, value]) =>
        `      ${JSON.stringify(name)}: ${Array.isArray(value) ? list(value) : JSON.stringify(value)}`,
    );
    return `    {\n${fields.join(',\n')}\n    }`;
  });
  return `{\n  "notice": ${JSON.stringify(notice)},\n  "date": ${JSON.stringify(date)},\n  "files": [\n${sheets.join(',\n')}\n  ]\n}\n`;
}
