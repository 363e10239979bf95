import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import webpack from 'webpack';
import { inNoticeWords } from './notice-words.js';

/**
 * Emits functions.json from the docstrings of the custom functions. The generator's own plugin would associate every
 * function a second time, and cannot let an error value through: one #N/A cell would fail a whole spill.
 */
export class FunctionsMetadata {
  constructor({ source, file }) {
    this.source = source;
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FunctionsMetadata', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: 'FunctionsMetadata', stage }, async () => {
        const { metadataJson, errors } = await generateCustomFunctionsMetadata(this.source);
        for (const error of errors) compilation.errors.push(new webpack.WebpackError(error));
        if (errors.length > 0) return;
        const metadata = { allowErrorForDataTypeAny: true, ...JSON.parse(inNoticeWords(metadataJson)) };
        compilation.emitAsset(this.file, new webpack.sources.RawSource(JSON.stringify(metadata, null, 2)));
      });
    });
  }
}
