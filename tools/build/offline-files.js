import { createHash } from 'node:crypto';
import webpack from 'webpack';

/**
 * Puts the list of all files of a build in front of its service worker, each with a hash of its content, and the build's
 * own name.
 */
export class OfflineFiles {
  constructor({ worker }) {
    this.worker = worker;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('OfflineFiles', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'OfflineFiles', stage }, (assets) => {
        const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);
        const files = Object.fromEntries(
          Object.keys(assets)
            .filter((file) => file !== this.worker)
            .sort()
            .map((file) => [file, hash(assets[file].buffer())]),
        );
        const list = JSON.stringify(files);
        const { ConcatSource } = webpack.sources;
        compilation.updateAsset(
          this.worker,
          (source) =>
            new ConcatSource(
              `self.kpyFiles=${list};self.kpyBuild=${JSON.stringify(hash(list + source.source()))};\n`,
              source,
            ),
        );
      });
    });
  }
}
