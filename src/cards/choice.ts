import type { APISelectMenuOption } from 'discord-api-types/v10';
import { formatYear, showDate } from '../data/date/describe.ts';
import type { Document } from '../data/document.ts';
import { shownTitle } from './escape.ts';
import { clip, LIMITS, wholeGraphemes } from './limits.ts';

/** An autocomplete choice. */
export type Choice = { name: string; value: string };

/** A document as a choice: its title and year, by its id. */
export function documentChoice({ id, title, date }: Document): Choice {
  const year = formatYear(date);
  const after = year ? ` (${clip(year, 20)})` : '';
  return { name: `${label(title, LIMITS.choice - after.length)}${after}`, value: id };
}

/** A text as a choice by its own value, cut where it is too long (see `findCollection`). */
export const textChoice = (text: string): Choice => ({
  name: label(text, LIMITS.choice),
  value: wholeGraphemes(text.toWellFormed(), LIMITS.choice),
});

/** A document as a line of a menu. */
export const documentOption = (document: Document, number: number): APISelectMenuOption => ({
  label: label(`${number}. ${document.title}`, LIMITS.choice),
  value: document.id,
  description: label(`${showDate(document.date)} · ${document.collection}`, LIMITS.choice),
});

const label = (text: string, most: number) => clip(shownTitle(text), most);
