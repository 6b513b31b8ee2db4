import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import type { Page } from 'playwright-core';
import { findChromium, launchChromium } from '../tests/support/browser-chromium.ts';
import { button, openMenu, saying, send } from '../tests/support/browser-page.ts';

/**
 * `npm run -s screenshots`: makes the README's pictures again, of the local Discord's page with the
 * starter corpus: docs/screenshots/search-dark.png and docs/screenshots/card-light.png.
 */
const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'docs', 'screenshots');
/** The clock of every picture begins here, so that they differ only where the page does. */
const BEGIN = Date.parse('2025-10-16T09:00:00Z');

const chromium = findChromium();
if (!chromium) {
  process.stderr.write('No Chromium found; set CHROMIUM_PATH.\n');
  process.exit(1);
}
const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
const discord = await startLocalDiscord({ now: () => BEGIN + performance.now() });
const bot = startBotProcess(discord, join(folder, 'room.db'));
const browser = await launchChromium(chromium);
try {
  await mkdir(PICTURES, { recursive: true });
  while (discord.commands().length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  await picture('search-dark', 'dark', drawSearch);
  await picture('card-light', 'light', drawCard);
} finally {
  await browser.close();
  bot.kill();
  await discord.close();
  await rm(folder, { recursive: true, force: true });
}

function startBotProcess(to: LocalDiscord, database: string) {
  return spawn(process.execPath, [...process.execArgv, join(ROOT, 'src', 'main.ts'), '--bot'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: to.token,
      DISCORD_API_URL: to.apiUrl,
      DATABASE_URL: `file:${database}`,
      LOG_LEVEL: 'error',
    },
  });
}

/** Draws the page in a window of its own and keeps a picture of it. */
async function picture(
  name: string,
  colorScheme: 'light' | 'dark',
  draw: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  await context.clock.setFixedTime(BEGIN + 60_000);
  const page = await context.newPage();
  await page.goto(discord.url);
  await draw(page);
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: join(PICTURES, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
  await context.close();
}

/** The results of a search, with the menu that opens one of them. */
async function drawSearch(page: Page): Promise<void> {
  await send(page, '/search query:Khrushchev Mao');
  await saying(page, 'by relevance').waitFor();
}

/** A card that someone has opened from the menu under the results, and shared. */
async function drawCard(page: Page): Promise<void> {
  const menu = await openMenu(saying(page, 'by relevance'), 'Open a document');
  await menu.getByRole('option').first().click();
  const card = saying(page, 'Only you can see this');
  await button(card, 'Share').click();
  await saying(page, 'Shared by').waitFor();
}
