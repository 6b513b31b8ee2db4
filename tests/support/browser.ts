import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { findChromium, launchChromium } from './browser-chromium.ts';
import { errorsOf } from './browser-errors.ts';
import { composer } from './browser-page.ts';

/** Long for a page, but not for one on a machine that runs every test at once. */
const PATIENCE_MS = 15_000;

let browser: Browser | undefined;

/** A page that a test has left as if nobody had been there: a new one takes half a second. */
let spare: Page | undefined;

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
    afterAll(() => {
      spare = undefined;
      return browser?.close();
    });
    tests();
  });
}

type Opening = BrowserContextOptions & {
  /** Errors that the test brings about on purpose. */
  tolerated?: RegExp;
};

const USUAL = { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' } as const;

/**
 * Opens a local Discord's page as a visitor who was never there before. Whatever goes wrong in it
 * until the test ends, the test fails for.
 * @param url the local Discord's
 */
export async function openPage(url: string, options: Opening = {}): Promise<Page> {
  const { tolerated, ...given } = options;
  const isUsual = Object.keys(given).length === 0;
  const page = (isUsual && takeSpare()) || (await newPage(given));
  const errors = errorsOf(page.context(), url, tolerated);
  onTestFinished(async () => {
    const found = errors();
    if (isUsual && !spare) await leave(page);
    else await page.context().close();
    expect(found, 'errors in the browser').toEqual([]);
  });
  await page.goto(url);
  await composer(page).waitFor();
  return page;
}

async function newPage(options: BrowserContextOptions): Promise<Page> {
  if (!browser) throw new Error('Pages are opened by tests in describeInBrowser.');
  const context = await browser.newContext({ ...USUAL, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
}

function takeSpare(): Page | undefined {
  const taken = spare;
  spare = undefined;
  return taken;
}

/** Takes away what the visitor has left behind: another Discord may come to the same port. */
async function leave(page: Page): Promise<void> {
  const others = page.context().pages();
  for (const other of others) if (other !== page) await other.close();
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.setViewportSize(USUAL.viewport);
  await page.emulateMedia({ colorScheme: USUAL.colorScheme });
  spare = page;
}
