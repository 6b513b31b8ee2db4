import type { Document } from '../corpus/document.ts';
import { readableKinds } from '../corpus/document-kinds.ts';
import { fingerprint } from '../corpus/fingerprint.ts';
import type { Publication } from '../corpus/publication.ts';
import { type CslDate, citedDate } from './cited-date.ts';
import { type CslName, citedName, citedNames } from './cited-name.ts';
import type { DateForm } from './styles.ts';
import { isEnglish } from './title-language.ts';

/** An item of CSL's data schema. @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables */
export type CslItem = Record<string, string | CslDate | CslName[] | undefined> & {
  id: string;
  type: 'manuscript' | Publication['kind'];
  title: string;
};

/** The day on which a link was looked at: year, month, day. */
export type AccessDay = readonly [year: number, month: number, day: number];

export const joined = (values: readonly string[] | null | undefined): string | undefined =>
  values?.join('; ') || undefined;

/** What a style prints of a document; what the record lacks is left out. */
export function citedItem(document: Document, dates: DateForm, accessed: AccessDay): CslItem {
  const { id, title, date, url, creators } = document;
  return withoutGaps({
    id,
    ...(document.publication ? published(document, document.publication) : unpublished(document)),
    title,
    ...citedNames(creators ?? []),
    issued: citedDate(date, dates),
    URL: url ?? undefined,
    accessed: url ? { 'date-parts': [[...accessed]] } : undefined,
    language: isEnglish(title) ? 'en' : 'und',
  });
}

const unpublished = ({ type, collection, source }: Document) => ({
  type: 'manuscript' as const,
  genre: joined(readableKinds(type ?? [])),
  archive: collection,
  archive_location: joined(source),
});

/** What was published is found by where it was; the collection that holds it here says nothing. */
function published({ type, source }: Document, publication: Publication) {
  const { kind, container, publisher, place, edition, volume, issue, pages } = publication;
  const isOfAuthors = kind === 'report' || kind === 'thesis';
  return {
    type: kind,
    genre: isOfAuthors ? joined(readableKinds(type ?? [])) : undefined,
    [kind === 'book' ? 'collection-title' : 'container-title']: container,
    publisher,
    'publisher-place': place,
    edition,
    volume,
    issue,
    page: pages,
    archive_location: joined(source),
  };
}

/** The same with all else that the record says, for another program to keep. */
export function wholeItem(document: Document, dates: DateForm, accessed: AccessDay): CslItem {
  const { description, subjects, places, languages, identifier, rights, recipients } = document;
  return withoutGaps({
    ...citedItem(document, dates, accessed),
    language: joined(languages),
    recipient: recipients?.map(citedName),
    abstract: description || undefined,
    keyword: joined(subjects),
    'event-place': joined(places),
    'call-number': joined(identifier),
    license: joined(rights),
    note: noteOf(document).join('\n'),
  });
}

/** What has no field of its own elsewhere: where the record stands here, and in which state. */
export function noteOf(document: Document): string[] {
  const { id, date, people } = document;
  return [
    `Reading Room: ${id}, fingerprint ${fingerprint(document)}`,
    ...(date.text ? [`Date as printed: ${date.text}`] : []),
    ...(people ? [`People: ${joined(people)}`] : []),
  ];
}

const withoutGaps = (item: CslItem): CslItem =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as CslItem;
