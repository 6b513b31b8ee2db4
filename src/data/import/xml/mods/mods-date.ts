import { readEdtf } from '../../../dates/edtf.ts';
import { parseDate } from '../../../dates/parse.ts';
import { qualify } from '../../../dates/qualify.ts';
import { copyrightYear, withCopyrightSign } from '../catalogue-text.ts';
import { codedBeside, fromCoded, rangeOf } from '../coded-date.ts';
import type { Dates } from '../dublin-core-dates.ts';
import type { Element } from '../elements.ts';
import { children, textOf } from '../inside.ts';

/** Dates of the document, that of its making first; that of the issue it is in, last. */
const LABELS = new Map([
  ['dateCreated', 'created'],
  ['dateIssued', 'issued'],
  ['dateOther', 'other'],
  ['copyrightDate', 'copyright'],
  ['date', 'issue'],
]);

/**
 * The date of a record: the one that is marked as its key, or the first in the order above, printed
 * and in EDTF. The rest is named for what it is.
 * @see https://www.loc.gov/standards/mods/userguide/origininfo.html
 */
export function readOrigins(origins: readonly Element[]): Dates {
  const dates = origins.flatMap((origin) =>
    children(origin, ...LABELS.keys())
      .filter((date) => textOf(date))
      .map((date) => ({ date, origin })),
  );
  const chosen =
    dates.find(({ date }) => date.attributes.keyDate === 'yes') ??
    [...LABELS.keys()]
      .map((name) => dates.find(({ date }) => date.name === name))
      .find((found) => found !== undefined);
  if (!chosen) return { date: '', others: [] };
  const own = dates
    .filter(({ date, origin }) => date.name === chosen.date.name && origin === chosen.origin)
    .map(({ date }) => date);
  const { said, ...read } = readOne(own);
  const rest = dates.filter(({ date }) => !own.includes(date) && !said.includes(textOf(date)));
  return {
    ...read,
    others: [...new Set(rest.map(({ date }) => `${textOf(date)} (${labelOf(date)})`))],
  };
}

const labelOf = ({ name, attributes }: Element): string =>
  attributes.type ?? LABELS.get(name) ?? name;

type One = Omit<Dates, 'others'> & { said: readonly string[] };

/** One date by its elements: printed and coded, or its first and its last day. */
function readOne(dates: readonly Element[]): One {
  const said = dates.map((date) => textOf(date));
  const range = ['start', 'end'].map(
    (point) => dates.filter(({ attributes }) => attributes.point === point)[0],
  );
  const whole = dates.filter((date) => !date.attributes.point);
  const printed = distinct(whole.filter((date) => !date.attributes.encoding));
  const coded = distinct(whole.filter((date) => date.attributes.encoding));
  const [from, to] = range.map((end) => textOf(end));
  const isRange = Boolean(from || to);
  const text = printed[0] ?? (isRange ? shownRange(from, to) : (coded[0] ?? ''));
  const year = copyrightYear(text);
  const edtf =
    (isRange ? rangeOf(from ?? '', to ?? '') : fromCoded(coded[0] ?? '')) ?? year ?? undefined;
  const isCoarse = dates.some(({ attributes }) => attributes.encoding === 'marc');
  const beside = printed[0] === undefined ? edtf : codedBeside(text, edtf, isCoarse);
  const qualifiers = new Set(dates.map(({ attributes }) => attributes.qualifier));
  const several = printed.length > 1 ? printed : printed.length === 0 ? coded : [];
  return {
    date: bracketed(withCopyrightSign(text), qualifiers.has('inferred')),
    ...qualified(beside, text, qualifiers),
    ...(several.length > 1 && {
      doubt: `has several dates, ${several.join('; ')}; "${text}" is taken`,
    }),
    said,
  };
}

const distinct = (dates: readonly Element[]): readonly string[] => [
  ...new Set(dates.map((date) => textOf(date))),
];

/** `1933–1945`; what hasn't ended has no end. */
const shownRange = (from = '', to = ''): string =>
  from === to ? from : `${from}–${to.replace(/^(?:9999|u{4})$/, '')}`;

/** What the cataloguer supplied stands in brackets. */
const bracketed = (text: string, inferred: boolean): string =>
  inferred && text && !text.startsWith('[') ? `[${text}]` : text;

/** The date with EDTF's signs for what the cataloguer says of it. */
function qualified(
  coded: string | undefined,
  text: string,
  qualifiers: ReadonlySet<string | undefined>,
): { edtf?: string } {
  const approximate = qualifiers.has('approximate');
  const uncertain = qualifiers.has('questionable');
  const edtf = coded ?? (approximate || uncertain ? parseDate(text).date.edtf : null);
  const reading = edtf ? readEdtf(edtf) : null;
  if (!edtf || !reading) return {};
  const marks = {
    approximate: approximate || reading.approximate,
    uncertain: uncertain || reading.uncertain,
  };
  const bare = edtf.replaceAll(/[~?%]/g, '');
  return { edtf: qualify(bare, reading, marks) ?? edtf };
}
