import { readEdtf } from '../../dates/edtf.ts';
import { qualify } from '../../dates/qualify.ts';
import type { Element } from './elements.ts';
import { children, first, textOf, textsOf, within } from './inside.ts';

/**
 * The date of a component, printed and in EDTF. Bulk dates, those of most of it, stand aside where
 * there are others; several together are all of them.
 * @see https://www.loc.gov/ead/EAD3taglib/EAD3-TL-eng.html
 */
export function readUnitDate(did: Element): { date: string; edtf?: string } {
  const title = children(did, 'unittitle')[0];
  const own = children(did, 'unitdate', 'unitdatestructured');
  const all = own.length > 0 ? own : title ? [...within(title, 'unitdate')] : [];
  const whole = all.filter(
    ({ attributes }) => (attributes.type ?? attributes.unitdatetype) !== 'bulk',
  );
  const dates = whole.length > 0 ? whole : all;
  const [one, other] = dates;
  const edtf = one && !other ? normalOf(one) : undefined;
  return {
    date: [...new Set(dates.map(printedOf).filter(Boolean))].join(', '),
    ...(edtf ? { edtf } : {}),
  };
}

/** EAD3 gives the ends of a range apart. */
const printedOf = (date: Element): string =>
  first(date, 'daterange')
    ? textsOf(['fromdate', 'todate'].flatMap((end) => [...within(date, end)])).join('–')
    : textOf(date);

/** What a date encodes of itself, with EDTF's sign for "circa". */
function normalOf(date: Element): string | undefined {
  const edtf = date.name === 'unitdate' ? fromNormal(date.attributes.normal) : structured(date);
  const reading = edtf && readEdtf(edtf);
  if (!reading) return undefined;
  const approximate = /^(?:approx|circa|ca\b)/i.test(date.attributes.certainty ?? '');
  return (approximate && qualify(edtf, reading, { ...reading, approximate })) || edtf;
}

/** `1933/1945`, `19330101/19451231`; the year 9999 is how finding aids say that there is no end. */
function fromNormal(normal = ''): string {
  const [from = '', to = from] = normal.split('/').map(dashed);
  return from === to ? from : `${from || '..'}/${/^9999/.test(to) ? '..' : to || '..'}`;
}

const dashed = (date: string): string =>
  date
    .trim()
    .replace(/^(\d{4})(\d\d)(\d\d)?$/, (_, ...parts) =>
      parts.slice(0, 3).filter(Boolean).join('-'),
    );

/** EAD3's dates in parts: one, or a first and a last. */
function structured(date: Element): string {
  const standard = (name: string) => first(date, name)?.attributes.standarddate;
  const single = standard('datesingle');
  return single ?? fromNormal(`${standard('fromdate') ?? ''}/${standard('todate') ?? ''}`);
}
