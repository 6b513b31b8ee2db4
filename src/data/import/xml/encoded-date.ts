import { readEdtf } from '../../dates/edtf.ts';
import { qualify } from '../../dates/qualify.ts';
import type { Tag } from './elements.ts';

type Attributes = Tag['attributes'];

/**
 * What TEI's attributes say of a date, in EDTF, times of day dropped; undefined if they say
 * nothing that can be read. `notBefore` and `notAfter` mean one of the days between, `from` and `to`
 * all of them.
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html
 */
export function encodedDate(attributes: Attributes): string | undefined {
  const day = (name: string) => dayOf(attributes[name] ?? attributes[`${name}-iso`]);
  const [when, from, to] = [day('when'), day('from'), day('to')];
  const [notBefore, notAfter] = [day('notBefore'), day('notAfter')];
  if (when) return doubted(when, attributes);
  if (from || to) {
    return doubted(from === to && from ? from : `${from ?? '..'}/${to ?? '..'}`, attributes);
  }
  if (!notBefore && !notAfter) return undefined;
  return notBefore === notAfter ? notBefore : `[${notBefore ?? ''}..${notAfter ?? ''}]`;
}

/**
 * What a volume of _Foreign Relations of the United States_ says of a document's date: the first
 * and the last moment it can mean.
 * @param when what its dateline encodes: `1894` is the year, where the moments are its ends
 */
export function spanOfDocument(attributes: Attributes, when?: string): string | undefined {
  const from = dayOf(attributes['frus:doc-dateTime-min']);
  const to = dayOf(attributes['frus:doc-dateTime-max']);
  if (!from || !to || from === to) return from ?? to;
  const said = when === undefined ? null : readEdtf(when);
  return said?.start === from && said.end === to ? when : `${from}/${to}`;
}

/** `1934-02-20T18:00:00-05:00` as its day; undefined for what isn't a date, such as `--02-20`. */
function dayOf(text: string | undefined): string | undefined {
  const day = text?.trim().replace(/(?<=\d)T.*$|(?<=-\d\d)(?:Z|[+-]\d\d:\d\d)$/, '');
  return day && readEdtf(day) ? day : undefined;
}

/** With EDTF's sign for what the encoder infers or isn't sure of. */
function doubted(when: string, { cert, evidence }: Attributes): string {
  const isDoubted =
    /^(?:low|medium|unknown)$/.test(cert ?? '') || /\bconjecture\b/.test(evidence ?? '');
  const reading = isDoubted ? readEdtf(when) : null;
  return (reading && qualify(when, reading, { ...reading, uncertain: true })) ?? when;
}
