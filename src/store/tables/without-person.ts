import { DocumentId } from '../../data/corpus/document.ts';
import type { Typed } from './belongings.ts';

/** Under these keys JSON says whose something is; empty is nobody's. */
const WHOSE = ['by', 'addedBy'];

/**
 * Takes a person's Discord id out of what was typed, whether it mentions them (`<@ID>`) or has just the
 * figures. What is put in its place isn't longer, so that a text keeps to its limits.
 * @param mark what is put into the ids of documents, so that two of them never become one
 */
export function withoutPerson(text: string, as: Typed, user: string, mark: string): string {
  const figures = new RegExp(`(?<!\\d)${user}(?!\\d)`, 'g');
  const inText = (text: string) =>
    text.replace(new RegExp(`<@!?${user}>`, 'g'), '@someone').replace(figures, 'someone');
  const inId = (id: string) => id.replace(figures, `someone-${mark}`);
  if (as === 'text') return inText(text);
  if (as === 'id of a document') return inId(text);
  const changed = JSON.parse(text, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (value === user && WHOSE.includes(key)) return '';
    return isId(value) && value !== user ? inId(value) : inText(value);
  });
  return JSON.stringify(changed);
}

const isId = (text: string): boolean => DocumentId.safeParse(text).success;
