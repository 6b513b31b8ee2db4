import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Axe as one script; the page's policy allows no script tag, so that it is evaluated instead. */
const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/**
 * What axe finds in the page as it is now that hinders people badly, one line each.
 * @see https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#results-object
 */
export async function hindrances(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run({ resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) =>
          `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary.replace(/\s+/g, ' ')}`,
      ),
    );
}
