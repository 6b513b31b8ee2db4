import { parseDate } from '../../dates/parse.ts';
import type { SourceRecord } from '../source-record.ts';
import { readDates } from './dublin-core-dates.ts';
import type { Element } from './elements.ts';
import { children, paragraphsOf, textOf } from './inside.ts';
import type { LeftOut } from './left-out.ts';
import { DUBLIN_CORE } from './namespaces.ts';

/** Terms that say the same as one of the fifteen elements, or more closely. */
const ELEMENT_OF: Readonly<Record<string, string>> = {
  abstract: 'description',
  tableOfContents: 'description',
  created: 'date',
  issued: 'date',
  spatial: 'coverage',
  temporal: 'coverage',
  bibliographicCitation: 'source',
  accessRights: 'rights',
  license: 'rights',
  alternative: 'title',
};
const TAKEN = new Set(
  'title creator contributor publisher subject description date type identifier source language coverage rights'.split(
    ' ',
  ),
);

/** The elements of Dublin Core in a record's metadata; none if it is of another kind. */
export const dublinCoreIn = (metadata: Element): readonly Element[] =>
  children(metadata)
    .flatMap((container) => children(container))
    .filter(({ namespace }) => DUBLIN_CORE.includes(namespace));

/**
 * A record by its Dublin Core. Contributors are named as such; further titles, further dates and
 * periods covered have no field and are kept, so called, at the end of the description.
 * @param name the record's own in its repository: unlike its other identifiers, it is its alone
 * @see https://www.dublincore.org/specifications/dublin-core/dces/
 */
export function fromDublinCore(
  elements: readonly Element[],
  name: string,
  leftOut: LeftOut,
): Omit<SourceRecord, 'line'> & { doubt?: string } {
  const byName = Map.groupBy(elements, ({ name: own }) => ELEMENT_OF[own] ?? own);
  for (const [key, found] of byName) {
    if (!TAKEN.has(key)) for (const _ of found) leftOut.add(`dc:${key}`);
  }
  const texts = (key: string) => [
    ...new Set((byName.get(key) ?? []).map((one) => textOf(one)).filter(Boolean)),
  ];
  const [title = '', ...titles] = texts('title');
  const { others, ...dates } = readDates(texts('date'));
  const coverage = texts('coverage');
  const places = coverage.filter((text) => !isPeriod(text));
  const identifiers = texts('identifier');
  const url = identifiers.find((text) => /^https?:\/\//.test(text));
  const named = (label: string, values: readonly string[]) =>
    values.length > 0 ? [`${label}: ${values.join('; ')}`] : [];
  return {
    title,
    ...dates,
    description: [
      ...(byName.get('description') ?? []).flatMap((one) => paragraphsOf(one)),
      ...named('Other titles', titles),
      ...named('Other dates', others),
      ...named('Period', coverage.filter(isPeriod)),
    ].join('\n\n'),
    ...(url ? { url } : {}),
    creators: [
      ...texts('creator'),
      ...texts('contributor').map((contributor) => `${contributor} (contributor)`),
    ],
    places,
    subjects: texts('subject'),
    languages: texts('language'),
    type: texts('type'),
    source: [...texts('publisher'), ...texts('source')],
    identifier: [name, ...identifiers.filter((text) => text !== url)].filter(Boolean),
    rights: texts('rights'),
  };
}

/** `1933-1945`, `start=1933; end=1945`: a time rather than a place. */
const isPeriod = (text: string): boolean =>
  /\b(?:start|end)\s*=/.test(text) || parseDate(text).date.precision !== 'unknown';
