/** What archives print where they have no date. */
const UNDATED =
  /^(?:undated|no date(?: given)?|not dated|n\.?\s?d\.?|date unknown|unknown(?: date)?|s\.\s?d\.?|sans date|o\.\s?d\.?|ohne datum|undatiert|без даты|б\.\s?д\.?|s\.\s?a\.|s\.\s?f\.|s\/f|sin fecha|senza data|sem data|bez daty|brak daty|zonder datum|tbd|not available|(?:date )?illegible|none|null|n\/a|[-–—?.]*)$/i;

/** Whether a printed date says that there is none. */
export const isUndated = (text: string): boolean =>
  UNDATED.test(
    text
      .trim()
      .replaceAll(/^[[(]\s*|\s*[\])]?\.?$/g, '')
      .trim(),
  );
