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
