import { officialTemplate } from '../documents/official-workbook';
import { officialLayout } from '../sheet/layout';
import type { Context } from './context';
import { EXIT, type ExitStatus } from './failure';
import { templateLists } from '../sheet/template-lists';
import { writeNewFile } from './write-file';

export interface TemplateOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly rows: number;
}

/** `kpy template`: an empty official sheet with its lists, prompts, text formats and print set-up. */
export async function template(context: Context, options: TemplateOptions): Promise<ExitStatus> {
  const out = options.out ?? `${context.say('command.template-name')}.xlsx`;
  const bytes = officialTemplate({
    ...officialLayout(null),
    emptyRows: options.rows,
    lists: templateLists(context.rulebook),
  });
  await writeNewFile(out, bytes, { force: options.force === true, inputs: [], extension: '.xlsx' });
  if (context.json) context.terminal.write(`${JSON.stringify({ out, rows: options.rows })}\n`);
  else context.terminal.write(`${context.say('command.written', { file: out })}\n`);
  return EXIT.ok;
}
