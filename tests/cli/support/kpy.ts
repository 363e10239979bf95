import { run } from '../../../src/cli/program';
import type { Terminal } from '../../../src/cli/terminal';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, on a terminal that keeps what is said. */
export async function kpy(
  args: readonly string[],
  terminal: Partial<Pick<Terminal, 'colour' | 'live' | 'columns'>> = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const status = await run(
    {
      write: (text) => void (out += text),
      writeError: (text) => void (err += text),
      colour: false,
      live: false,
      columns: 80,
      ...terminal,
    },
    args,
  );
  return { status, out, err };
}
