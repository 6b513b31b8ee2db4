/** Marks of the printed page: `[730] *` */
const PAGE_MARK = /^\[(?:[ivxlc]+|\d+(?:,\s?\d+)*\.?)\]\s*/;
/** Of the edition: `No. 63.`, `61.` */
const NUMBER_MARK = /^(?:No\.?\s*)?\d+\.\s*[—-]*\s*(?=\S)/i;

/** A heading without the marks of the printed page. */
export const withoutPageMarks = (heading: string): string =>
  heading
    .replace(PAGE_MARK, '')
    .replaceAll(/(?<=^|\s)\*\s*|\*$/g, '')
    .trim();

/** A title without the marks of the page and of the edition; the words stay as they are. */
export function cleanTitle(title: string): string {
  const words = withoutPageMarks(title);
  return words.replace(NUMBER_MARK, '') || words;
}

const HONORIFIC =
  '(?:Mrs?|Messrs|Dr|Sir|Lord|Baron|Count|Viscount|Prince|Earl|General|Colonel|Captain|Admiral|Commander|Señor|Signor|M)\\.?';
const NAME =
  "\\p{Lu}[\\p{L}’'-]*\\.?(?:\\s(?:(?:de|da|do|del|di|du|la|le|van|von|y)\\s)*\\p{Lu}[\\p{L}’'-]*\\.?){0,4}";
const LETTER = new RegExp(`^(${HONORIFIC}\\s${NAME}) to (${HONORIFIC}\\s${NAME})$`, 'u');

/** Who wrote to whom, where the title says just that: `Mr. Seward to Mr. Judd.` */
export function correspondents(title: string): { from: string; to: string } | null {
  const [, from, to] = LETTER.exec(title.replace(/\.$/, '')) ?? [];
  return from && to ? { from, to } : null;
}
