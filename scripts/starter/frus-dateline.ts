import type { FrusRecord } from './frus-record.ts';

const OFFICE =
  /\b(?:legations?|embass(?:y|ies)|department|consulate|office|mission|ministry|service|collector|commission|palace|marshal|port of|on board|u\. s\. s|steamer|forwarded|telegraph|court|corps|cabinet|council)\b/i;

/** What stands before the date: office and place, as printed; null where it isn't told apart. */
export function writtenAt({ dateline = '', date_text: date }: FrusRecord): string | null {
  const end = date ? dateline.indexOf(date) : -1;
  const before = dateline
    .slice(0, Math.max(end, 0))
    .replace(/^\[([^\]]*)\]?.*$/, '$1')
    .replace(/\s*[[(].*$/, '')
    .replace(/[\s,;.–—-]+$/, '');
  return /^\p{Lu}[^\d?]*$/u.test(before) ? withFinalStop(before) : null;
}

/** The place alone, where the office, if there is one, is set off by a comma. */
export function placeOf(record: FrusRecord): string | null {
  const parts = writtenAt(record)?.split(', ') ?? [];
  const office = parts.findLastIndex((part) => OFFICE.test(part));
  const place = parts.slice(office + 1).join(', ');
  const isPlace = /^\p{Lu}[\p{L}\s,.’'-]{1,60}$/u.test(place) && !/\bof the United\b/.test(place);
  return isPlace ? place : null;
}

/** The stop that was cut off with the comma: `Washington, D. C.` */
const withFinalStop = (place: string): string =>
  /[ ,.]\p{L}$|\b(?:Mass|Ind|Cal|Me|Conn|Va|Pa|Md)$/u.test(place) ? `${place}.` : place;
