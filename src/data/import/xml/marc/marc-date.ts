import {
  copyrightYear,
  withBrackets,
  withCopyrightSign,
  withoutPunctuation,
} from '../catalogue-text.ts';
import { codedBeside, fromCoded, oneBetween, rangeOf } from '../coded-date.ts';
import { type Fields, lineOf, subfields } from './marc-fields.ts';

/** A record's date, as printed and in EDTF, and the dates that it has besides. */
export type MarcDate = { date: string; edtf?: string; others: readonly string[] };

/** Second indicators of 264, from the making of a thing to the notice of its copyright. */
const EVENTS = ['0', '1', '2', '3', '4'];

/**
 * The date of a record: printed in 264, 260 or 245, coded in 046 or 008.
 * @see https://www.loc.gov/marc/bibliographic/bd008a.html
 * @see https://www.loc.gov/marc/bibliographic/bd046.html
 */
export function readMarcDate(fields: Fields): MarcDate {
  const imprints = fields
    .all('264')
    .toSorted((one, other) => EVENTS.indexOf(one.second) - EVENTS.indexOf(other.second));
  const title = fields.all('245')[0];
  const dates = [
    lineOf(title, 'f') || lineOf(title, 'g'),
    ...[...imprints, ...fields.all('260')].flatMap((field) => subfields(field, 'c')),
  ]
    .map((text) => withCopyrightSign(withBrackets(withoutPunctuation(text))))
    .filter(Boolean);
  const [printed = '', ...more] = dates;
  const fixed = readFixed(fields.control('008'));
  const special = readSpecial(fields);
  const coded = special ?? fixed.edtf ?? copyrightYear(printed) ?? upTo(printed);
  const edtf = codedBeside(printed, coded, special === undefined);
  return {
    date: printed || (edtf ?? ''),
    ...(edtf && { edtf }),
    others: [...new Set([...more, ...fixed.others])].filter((one) => one !== printed),
  };
}

/** `-2009`, of a series that ended then, is no year before our era. */
const upTo = (printed: string): string | undefined =>
  /^-\d{4}$/.test(printed) ? printed.replace('-', '/') : undefined;

/** The dates of 046: those of making, else the type's own, with years before our era. */
function readSpecial(fields: Fields): string | undefined {
  for (const field of fields.all('046')) {
    const [k = '', l = '', o = '', p = ''] = ['k', 'l', 'o', 'p'].map((code) =>
      lineOf(field, code),
    );
    const [from, to] = k || l ? [k, l] : [o, p];
    if (from || to) return to ? rangeOf(from, to) : fromCoded(from);
    const [bc, date, bcEnd, end] = ['b', 'c', 'd', 'e'].map((code) => lineOf(field, code));
    if (bc || bcEnd)
      return rangeOf(
        beforeOurEra(bc) || (date ?? ''),
        beforeOurEra(bcEnd) || end || beforeOurEra(bc),
      );
    if (date) return coded(lineOf(field, 'a') || 's', date, end ?? '').edtf;
  }
  return undefined;
}

/** In EDTF year 0 is the first before our era. */
const beforeOurEra = (year = ''): string =>
  /^\d+$/.test(year)
    ? `${Number(year) > 1 ? '-' : ''}${String(Number(year) - 1).padStart(4, '0')}`
    : '';

/** The dates of 008. */
function readFixed(fixed: string) {
  return coded(fixed.slice(6, 7), fixed.slice(7, 11), fixed.slice(11, 15));
}

/** Two dates of four characters, by the type that says what they are. */
function coded(type: string, one: string, other: string): { edtf?: string; others: string[] } {
  const others: string[] = [];
  const named = (label: string) => {
    if (/^\d{4}$/.test(other) && other !== one) others.push(`${other} (${label})`);
    return fromCoded(one);
  };
  const read = () => {
    switch (type) {
      case 'e':
        return fromCoded(`${one}${other.replaceAll(/[u|#\s]/g, '').padEnd(2)}`.trim());
      case 'c':
      case 'd':
      case 'i':
      case 'k':
      case 'm':
      case 'u':
        return rangeOf(one, other);
      case 'q':
        return oneBetween(one, other);
      case 'p':
        return named('production');
      case 'r':
        return named('original');
      case 's':
        return fromCoded(one);
      case 't':
        return named('copyright');
      default:
        return undefined;
    }
  };
  const edtf = read();
  return { ...(edtf && { edtf }), others };
}
