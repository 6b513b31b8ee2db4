import { documentWords } from '../wording/documents.ts';

/**
 * Makes foreign text show as it is: it neither formats, links behind words, mentions nor turns the
 * reading direction. Only what would act is escaped, so that ordinary titles stay as they are.
 * @see https://discord.com/developers/docs/reference#message-formatting
 */
export function escapeMarkdown(text: string): string {
  return plain(text)
    .replace(/[\\*_~`|<]/g, '\\$&')
    .replace(/\](?=\()/g, '\\]')
    .replace(/^(\s*)(#{1,3}|-#|>{1,3}|[-+])(?=\s|>)/gm, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s)/gm, '$1\\.');
}

/** For places where Discord reads no Markdown: footers, authors, labels, choices. */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replace(/@(?=everyone|here)/g, '@\u200b');

/** One line, as `plain` has it; empty if nothing would be seen. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();

/** A title or label in one line; never empty, for Discord takes no blank names. */
export const formatTitle = (title: string): string => oneLine(title) || documentWords.untitled;

/** Whether the text can stand as the words of a link: no escapes, brackets or addresses. */
export const canBeLinked = (text: string): boolean =>
  escapeMarkdown(text) === text && !/[[\]]|:\/\//.test(text);

/** A link behind words; see `canBeLinked` for the words. */
export const link = (words: string, url: string): string =>
  `[${words}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
