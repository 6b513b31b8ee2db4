import type { Element } from './elements.ts';

/**
 * What a date's attributes say, in EDTF, whole days alone: FRUS's own for a document, or TEI's.
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html
 */
export function encodedDate(attributes: Element['attributes']): string | undefined {
  const day = (name: string) => attributes[name]?.replace(/T.*$/, '');
  const when = day('when');
  if (when) return when;
  const from = day('doc-dateTime-min') ?? day('from') ?? day('notBefore');
  const to = day('doc-dateTime-max') ?? day('to') ?? day('notAfter');
  if (!from && !to) return undefined;
  return from === to ? from : `${from ?? '..'}/${to ?? '..'}`;
}
