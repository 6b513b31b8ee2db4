import type { Locator, Page } from 'playwright-core';

/** The box in which one writes, by the place that it writes to. */
export const composer = (page: Page, place = '#general'): Locator =>
  page.getByRole('combobox', { name: `Message ${place}`, exact: true });

/** The messages of a place, oldest first. */
export const messages = (page: Page, place = '#general'): Locator =>
  page.getByRole('log', { name: `Messages in ${place}`, exact: true }).getByRole('article');

/** The messages that say this. */
export const saying = (page: Page, words: string | RegExp, place = '#general'): Locator =>
  messages(page, place).filter({ hasText: words });

/** A command that is being filled in. */
export const draft = (page: Page, command: string): Locator =>
  page.getByRole('group', { name: `/${command}`, exact: true });

/** A field of the command that is being filled in. */
export const field = (page: Page, name: string): Locator =>
  page.getByRole('combobox', { name, exact: true });

/** The rows of an open list. */
export const rows = (page: Page, list: string): Locator =>
  page.getByRole('listbox', { name: list, exact: true }).getByRole('option');

/** The row that Enter takes. */
export const highlighted = (page: Page, list: string): Locator =>
  page.getByRole('listbox', { name: list, exact: true }).getByRole('option', { selected: true });

/** A button by its label, in the whole page or in a part of it. */
export const button = (where: Page | Locator, label: string): Locator =>
  where.getByRole('button', { name: label, exact: true });

/** Makes the page somebody else's: Ada's or Ben's. */
export async function become(page: Page, name: string): Promise<void> {
  const people = page.getByRole('group', { name: 'You are' });
  await people.getByRole('button', { name }).click();
  await people.getByRole('button', { name, pressed: true }).waitFor();
}

/** Sends a command that is written, or pasted, as one line: `/search letter`, `/onthisday`. */
export async function send(page: Page, line: string, place?: string): Promise<void> {
  const [command = ''] = line.slice(1).split(' ');
  await composer(page, place).fill(line.includes(' ') ? line : `${line} `);
  await draft(page, command).waitFor();
  await page.keyboard.press('Enter');
}

/** Opens the menu of a message, by its placeholder. */
export async function openMenu(message: Locator, placeholder: string): Promise<Locator> {
  const menu = message
    .getByRole('combobox', { name: placeholder })
    .or(message.getByRole('button', { name: placeholder }));
  await menu.click();
  return message.page().getByRole('listbox', { name: placeholder });
}

/** Waits until exactly so many are there. */
export async function waitForCount(locator: Locator, count: number): Promise<void> {
  if (count > 0) await locator.nth(count - 1).waitFor();
  await locator.nth(count).waitFor({ state: 'detached' });
}
