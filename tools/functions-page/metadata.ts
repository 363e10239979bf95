import { readFileSync } from 'node:fs';
import type { IFunction } from 'custom-functions-metadata';
import { inNoticeWords } from '../build/notice-words.js';

const SOURCE = 'src/functions/functions.ts';

/** A function as Excel is told of it, with the docstring's words on its result, which Excel does not take. */
export interface DescribedFunction extends IFunction {
  readonly returns: string;
}

/** @throws Error for a docstring that the generator refuses */
export async function describedFunctions(): Promise<readonly DescribedFunction[]> {
  // The generator brings TypeScript's compiler with it: it stays outside the bundle.
  const generator = await import(/* webpackIgnore: true */ 'custom-functions-metadata');
  const { metadataJson, errors } = await generator.generateCustomFunctionsMetadata(SOURCE);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const { functions } = JSON.parse(inNoticeWords(metadataJson)) as {
    readonly functions: readonly IFunction[];
  };
  const source = inNoticeWords(readFileSync(SOURCE, 'utf8'));
  return functions.map((each) => {
    const docstring = source.slice(source.indexOf(`@customfunction ${each.id}\n`));
    return { ...each, returns: /@returns (.*)/.exec(docstring)?.[1] ?? '' };
  });
}
