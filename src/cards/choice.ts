import type { APISelectMenuOption } from 'discord-api-types/v10';
import type { Document } from '../data/corpus/document.ts';
import { formatDate, formatDateLabel } from '../data/dates/describe.ts';
import { formatTitle, oneLine } from './escape.ts';
import { clip, LIMITS, wholeGraphemes } from './limits.ts';

/** An autocomplete choice. */
export type Choice = { name: string; value: string };

/** What may follow a title in brackets, in characters. */
const MOST_AFTER_TITLE = 60;

/**
 * Documents as choices, by their ids: title and date, and what else it takes to tell each from the
 * others offered with it: subject, place or number.
 */
export function documentChoices(documents: readonly Document[]): Choice[] {
  const tried = DISTINGUISHING.map((details) =>
    documents.map((document) => titleWith(document, details(document))),
  );
  const uses = tried.map((names) => Map.groupBy(names, (name) => name));
  return documents.map(({ id }, at) => {
    const alone = tried.find((names, level) => uses[level]?.get(names[at] ?? '')?.length === 1);
    return { name: (alone ?? tried.at(-1))?.[at] ?? id, value: id };
  });
}

type Details = readonly (string | undefined)[];

/** The narrowest subject is the last where a listing leads from the general to the particular. */
const subjectOf = ({ subjects }: Document) => subjects?.at(-1);

/** What tells documents apart, tried in this order. */
const DISTINGUISHING: readonly ((document: Document) => Details)[] = [
  ({ date }) => [formatDateLabel(date)],
  (document) => [formatDateLabel(document.date), subjectOf(document)],
  ({ date, places }) => [formatDateLabel(date), places?.[0]],
  ({ date, id }) => [formatDateLabel(date), id],
];

function titleWith({ title }: Document, details: Details): string {
  const known = details.filter((detail) => detail !== undefined).map((detail) => oneLine(detail));
  if (known.length === 0) return label(title, LIMITS.choice);
  const after = ` (${clip(known.join(' · '), MOST_AFTER_TITLE)})`;
  return `${label(title, LIMITS.choice - after.length)}${after}`;
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
  description: label(distinguishingDetails(document).join(' · '), LIMITS.choice),
});

/** What tells a document from others of its title. */
const distinguishingDetails = (document: Document): string[] =>
  [
    formatDateLabel(document.date) ?? formatDate(document.date),
    subjectOf(document),
    document.places?.[0],
    document.collection,
  ].flatMap((detail) => detail ?? []);

const label = (text: string, most: number) => clip(formatTitle(text), most);
