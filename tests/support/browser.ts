import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { findChromium, launchChromium } from './browser-chromium.ts';
import { errorsOf } from './browser-errors.ts';
import { composer } from './browser-page.ts';

/** Long for a page, but not for one on a machine that runs every test at once. */
const PATIENCE_MS = 15_000;

let browser: Browser | undefined;

/**
 * Tests that share one browser. Where no Chromium is on the machine they are skipped, and the reason
 * is printed.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  const path = findChromium();
  if (!path) process.stderr.write('Skipped: no Chromium found; set CHROMIUM_PATH.\n');
  describe.skipIf(!path)(name, () => {
    beforeAll(async () => {
      browser = await launchChromium(path ?? '');
    });
    afterAll(() => browser?.close());
    tests();
  });
}

type Opening = BrowserContextOptions & {
  /** Errors that the test brings about on purpose. */
  tolerated?: RegExp;
};

/**
 * Opens a local Discord's page as a visitor who was never there before. Whatever goes wrong in it
 * until the test ends, the test fails for.
 * @param url the local Discord's
 */
export async function openPage(url: string, options: Opening = {}): Promise<Page> {
  if (!browser) throw new Error('Pages are opened by tests in describeInBrowser.');
  const { tolerated, ...given } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    ...given,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const faults = errorsOf(context, url, tolerated);
  onTestFinished(async () => {
    await context.close();
    expect(faults, 'faults in the browser').toEqual([]);
  });
  const page = await context.newPage();
  await page.goto(url);
  await composer(page).waitFor();
  return page;
}
