import type { APIEmbedField } from 'discord-api-types/v10';
import { escapeMarkdown, oneLine } from './escape.ts';
import { clipEscaped } from './limits.ts';
import { formatDateTimestamp } from './memory.ts';
import { mention } from './mention.ts';

const LONGEST_NAME = 100;

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
  const from = file === null ? '' : `, from ${escapeMarkdown(oneLine(file))}`;
  const value = `by ${mention(by)} on ${formatDateTimestamp(at)}${clipEscaped(from, LONGEST_NAME)}`;
  return { name: 'Added', value };
}
