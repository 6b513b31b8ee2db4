/** What tables print where they have nothing, be it a date or not. */
const NOTHING = 'null|none|tbd|not available|(?:date )?illegible';
const SAYS_NOTHING = new RegExp(`^(?:${NOTHING})$`, 'i');

/** What archives print where they have no date. */
const UNDATED = new RegExp(
  String.raw`^(?:${NOTHING}|undated|no date(?: given)?|not dated|n\.?\s?d\.?|date unknown|unknown(?: date)?|s\.\s?d\.?|sans date|o\.\s?d\.?|ohne datum|undatiert|без даты|б\.\s?д\.?|s\.\s?a\.|s\.\s?f\.|s/f|sin fecha|senza data|sem data|bez daty|brak daty|zonder datum|n/a|[-–—?.]*)$`,
  'i',
);

/** Whether a text says only that something is missing: in a table's column of dates, the date. */
export const isMissingMark = (text: string): boolean => SAYS_NOTHING.test(text);

/** Whether a printed date says that there is none. */
export const isUndated = (text: string): boolean =>
  UNDATED.test(
    text
      .trim()
      .replaceAll(/^[[(]\s*|\s*[\])]?\.?$/g, '')
      .trim(),
  );
