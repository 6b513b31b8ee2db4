const OFFICE =
  /\b(?:legations?|embass(?:y|ies)|department|consulate|office|mission|ministry|service|collector|commission|palace|marshal|port of|on board|u\. ?s\. ?s|s\. ?s|steamer|forwarded|telegraph|court|corps|cabinet|council)\b/i;

/** An office before a place, though no comma stands between them. */
const MISSION =
  /^(?:legation|embassy|consulate(?:[ -]general)?) of (?:the )?united states(?: of america)?[,.]?\s+(?=\p{Lu})/iu;

/**
 * What stands before the date of a dateline: office and place, as printed; null if it isn't told
 * apart.
 * @param date as printed in it
 */
export function writtenAt(dateline: string, date: string): string | null {
  const end = date ? dateline.indexOf(date) : -1;
  const before = dateline
    .slice(0, Math.max(end, 0))
    .replace(/^\[([^\]]*)\]?.*$/, '$1')
    .replace(/\s*[[(].*$/, '')
    .replace(/[\s,;.–—-]+$/, '');
  return /^\p{Lu}[^\d?]*$/u.test(before) ? withFinalStop(before) : null;
}

/**
 * The place alone of what was written at an office: `Managua` of "Legation of the United States,
 * Managua"; null if there is none.
 */
export function placeIn(written: string): string | null {
  const parts = written.replace(MISSION, '').split(', ');
  const office = parts.findLastIndex((part) => OFFICE.test(part));
  const place = parts.slice(office + 1).join(', ');
  const isPlace = /^\p{Lu}[\p{L}\s,.’'-]{1,60}$/u.test(place) && !/\bof the United\b/.test(place);
  return isPlace ? place : null;
}

/** When it was received, as the edition notes it behind the date: `March 22`, `December 27, 2.23 a.m.` */
export const receivedIn = (dateline: string): string | null =>
  /[[(]\s*Received\s+([^\])]+?)[.,\s]*[\])]/i.exec(dateline)?.[1] ?? null;

/** The stop that was cut off with the comma: `Washington, D. C.` */
const withFinalStop = (place: string): string =>
  /[ ,.]\p{L}$|\b(?:Mass|Ind|Cal|Me|Conn|Va|Pa|Md)$/u.test(place) ? `${place}.` : place;
