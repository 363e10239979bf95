import { gzipSync } from 'node:zlib';
import webpack from 'webpack';

/**
 * Fails the build where scripts and styles weigh more than they may, gzipped: `first` is what loads at once for the
 * entries, `all` everything that they can load. KB of 1,024 bytes.
 */
export class GzipBudget {
  constructor(budgets) {
    this.budgets = budgets;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('GzipBudget', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'GzipBudget', stage }, (assets) => {
        const weigh = (files) =>
          [...files]
            .filter((file) => /\.(?:js|css)$/.test(file))
            .reduce((sum, file) => sum + gzipSync(assets[file].buffer(), { level: 9 }).length / 1024, 0);
        for (const { name, entries, first, all } of this.budgets) {
          const points = entries.flatMap((entry) => compilation.entrypoints.get(entry) ?? []);
          const atOnce = new Set(points.flatMap((point) => point.getFiles()));
          const chunks = new Set(points.flatMap((point) => point.chunks));
          for (const chunk of [...chunks]) for (const each of chunk.getAllAsyncChunks()) chunks.add(each);
          const ever = new Set([...chunks].flatMap((chunk) => [...chunk.files]));
          const report = (what, weight, most) => {
            const line = `${name}: ${what} ${weight.toFixed(1)} KB gzipped, of at most ${most}`;
            if (weight > most) compilation.errors.push(new webpack.WebpackError(line));
            else compilation.getLogger('GzipBudget').log(line);
          };
          report('first load', weigh(atOnce), first);
          report('everything', weigh(ever), all);
        }
      });
    });
  }
}
