import type { APIEmbed } from 'discord-api-types/v10';
import { COLOUR } from './colour.ts';
import { clipEscaped, LIMITS } from './limits.ts';

/** A few words of Markdown, escaped where they quote. */
export const notice = (title: string, description: string): APIEmbed => ({
  color: COLOUR.notice,
  title: clipEscaped(title, LIMITS.title),
  description: clipEscaped(description, LIMITS.description),
});

/** What is wrong and what to do. */
export const errorNotice = (description: string): APIEmbed => ({
  color: COLOUR.error,
  description: clipEscaped(description, LIMITS.description),
});
