import type { APIEmbedField } from 'discord-api-types/v10';
import { documentWords } from '../wording/documents.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { clipEscaped } from './limits.ts';
import { formatDateTimestamp } from './memory.ts';
import { mention } from './mention.ts';

const LONGEST_NAME = 90;

/** Says who has added a document to the server, when, and from which file. */
export function addedField({
  by,
  at,
  file,
}: {
  /** Null for somebody who is forgotten. */
  by: string | null;
  at: Date;
  file: string | null;
}): APIEmbedField {
  const { added, addedBy, addedFromFile } = documentWords;
  const [person, day] = [mention(by), formatDateTimestamp(at)];
  const name = file && clipEscaped(escapeMarkdown(oneLine(file)), LONGEST_NAME);
  return { name: added, value: name ? addedFromFile(person, day, name) : addedBy(person, day) };
}
