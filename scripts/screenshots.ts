import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import type { Page } from 'playwright-core';
import { starterCorpus } from '../src/data/starter.ts';
import { textsPath } from '../src/data/texts/page.ts';
import { findChromium, launchChromium } from '../tests/support/browser-chromium.ts';
import { button, openMenu, saying, send } from '../tests/support/browser-page.ts';
import { aDay, aDocument } from '../tests/support/documents.ts';

/**
 * `npm run -s screenshots`: makes the README's pictures again, in docs/screenshots, of the local
 * Discord's page with the starter corpus, and a made-up letter with a text for the picture of a quotation.
 */
const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'docs', 'screenshots');
/** The clock of every picture begins here, so that they differ only where the page does. */
const BEGIN = Date.parse('2025-10-16T09:00:00Z');
const CITED = '1988-12-07-address-by-mikhail-gorbachev-at-the-un-general-assembly-fd7504';
const LETTER =
  'The harbour master has not received the new charts, and the pilots refuse to sail by the old ones.';

const chromium = findChromium();
if (!chromium) {
  process.stderr.write('No Chromium found; set CHROMIUM_PATH.\n');
  process.exit(1);
}
const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
const discord = await startLocalDiscord({ now: () => BEGIN + performance.now() });
const bot = startBotProcess(discord, folder, await writeLetter(folder));
const browser = await launchChromium(chromium);
try {
  await mkdir(PICTURES, { recursive: true });
  while (discord.commands().length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  await picture('search-dark', 'dark', drawSearch);
  await picture('card-light', 'light', drawCard);
  await picture('share-light', 'light', drawShare);
  await picture('timeline-dark', 'dark', drawTimeline);
  await picture('cite-light', 'light', drawCitation);
  await picture('quotation-light', 'light', drawQuotation);
} finally {
  await browser.close();
  bot.kill();
  await discord.close();
  await rm(folder, { recursive: true, force: true });
}

/** A corpus of one letter that nobody wrote, with its text. @returns its path */
async function writeLetter(to: string): Promise<string> {
  const path = join(to, 'made-up-letters.jsonl');
  const id = 'made-up-letter';
  const letter = aDocument({
    id,
    title: 'The Consul at Port Example to the Minister',
    date: aDay('1931-05-04'),
    description: 'A letter made up for this picture.',
    collection: 'Made-up Letters',
  });
  const page = { id, page: 1, label: 'p. 1', text: LETTER, kind: 'edition', url: null };
  await writeFile(path, `${JSON.stringify(letter)}\n`);
  await writeFile(textsPath(path), `${JSON.stringify(page)}\n`);
  return path;
}

function startBotProcess(to: LocalDiscord, own: string, letter: string) {
  return spawn(process.execPath, [...process.execArgv, join(ROOT, 'src', 'main.ts'), '--bot'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: to.token,
      DISCORD_API_URL: to.apiUrl,
      DATABASE_URL: `file:${join(own, 'room.db')}`,
      CORPUS: [...starterCorpus(), letter].join(delimiter),
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

/** A card that was opened from the menu under the results, for whoever opened it. */
async function drawCard(page: Page): Promise<void> {
  const menu = await openMenu(saying(page, 'by relevance'), 'Open a document');
  await menu.getByRole('option').first().click();
  await button(saying(page, 'Only you can see this'), 'Share').waitFor();
}

/** The same card in the channel. */
async function drawShare(page: Page): Promise<void> {
  await button(saying(page, 'Only you can see this').last(), 'Share').click();
  await saying(page, 'Shared by').waitFor();
}

/** When documents are from. */
async function drawTimeline(page: Page): Promise<void> {
  await send(page, '/timeline query:arbitration');
  await saying(page, 'Timeline').getByRole('img').last().waitFor();
}

/** A citation, with the buttons for other styles and files. */
async function drawCitation(page: Page): Promise<void> {
  await send(page, `/cite document:${CITED}`);
  await saying(page, 'Chicago').last().waitFor();
}

/** A quotation that leaves a word out. */
async function drawQuotation(page: Page): Promise<void> {
  await send(page, `/quote text:${LETTER.replace('not ', '')}`);
  await saying(page, 'made-up').last().waitFor();
}
