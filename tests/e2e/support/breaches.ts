import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(context: {
    readonly exclude: readonly string[];
  }): Promise<{ readonly violations: readonly Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Tabster's own sentinels at the edges of a group, which hand the focus on and never keep it. */
const SENTINELS = '[data-tabster-dummy]';

/**
 * A page's breaches of WCAG 2.1 and of good practice, as axe finds them, its colours among them. Where there is no Chinese
 * font all Han characters look alike, and axe takes them for pictures: colours are judged of other words alone.
 *
 * @param others selectors of what is not ours
 */
export async function breachesOf(page: Page, others: readonly string[] = []): Promise<readonly string[]> {
  await page.evaluate(AXE);
  // A colour that is on its way to another is neither.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  return page.evaluate(
    async (exclude) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      const { violations } = await axe.run({ exclude });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
      );
    },
    [SENTINELS, ...others],
  );
}
