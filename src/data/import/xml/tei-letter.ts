import { letterInTitle } from '../letter-in-title.ts';
import { openingOf } from '../opening.ts';
import type { SourceRecord } from '../source-record.ts';
import type { SourcePage } from '../texts/spooled-text.ts';
import { type Correspondence, readCorrespondence } from './correspondence.ts';
import type { Element, Tag } from './elements.ts';
import { encodedDate } from './encoded-date.ts';
import { dated } from './inferred-date.ts';
import { children, first, paragraphsOf, textOf, textsOf, within } from './inside.ts';

/** What is known of a text that is read in parts. */
export type Gathered = {
  /** The parts of its header by their names; of several with one name, the first. */
  header: ReadonlyMap<string, Element>;
  /** Its first paragraphs. */
  opening: readonly string[];
  /** Everyone named in it. */
  people: ReadonlySet<string>;
  /** Where and when it says it was written. */
  dateline: Element | undefined;
  /** Its text. */
  pages: readonly SourcePage[];
};

/** A text that is one document, such as a letter, by its header and what was gathered of it. */
export function readText(
  tag: Tag,
  { header, opening, people, dateline, pages }: Gathered,
): SourceRecord {
  const title = titleOf(header.get('titleStmt'));
  const said = letterInTitle(title);
  const description = header.get('correspDesc');
  const letter = description && readCorrespondence(description);
  const creation = header.get('creation');
  const abstract = header.get('abstract');
  const date = dateOf(letter, [
    first(creation, 'date'),
    first(header.get('sourceDesc'), 'origDate'),
    first(dateline, 'date'),
  ]);
  const authors = textsOf(children(header.get('titleStmt') ?? EMPTY, 'author'));
  const written = [creation, dateline].filter((one) => one !== undefined);
  const publication = header.get('publicationStmt') ?? EMPTY;
  const numbers = textsOf(within(publication, 'idno'));
  const url = numbers.find((number) => /^https?:/.test(number));
  const id = tag.attributes['xml:id'];
  return {
    line: tag.line,
    title,
    ...dated(date?.printed ?? '', date?.edtf, title),
    description: abstract ? paragraphsOf(abstract).join('\n\n') : openingOf(opening),
    ...(url ? { url } : {}),
    creators: firstNamed(letter?.senders, authors, said?.from),
    recipients: firstNamed(letter?.addressees, said?.to),
    people: [...(letter?.others ?? []), ...people],
    places: letter?.places.length
      ? letter.places
      : textsOf(written.flatMap((one) => [...within(one, 'placeName')]).slice(0, 1)),
    subjects: letter?.subjects ?? [],
    languages: languagesIn(header.get('langUsage')),
    source: repositoryOf(header.get('sourceDesc')),
    identifier: [...(id ? [id] : []), ...numbers.filter((number) => number !== url)],
    rights: textsOf(within(publication, 'licence')),
    ...(pages.length > 0 ? { pages } : {}),
  };
}

/** The first list that names somebody. */
const firstNamed = (...lists: readonly (readonly string[] | undefined)[]): readonly string[] =>
  lists.find((names) => names?.length) ?? [];

const EMPTY: Element = { name: '', namespace: '', attributes: {}, line: 0, content: [] };

/** The title as a whole, or the main one of several. */
export function titleOf(statement: Element | undefined): string {
  const titles = children(statement ?? EMPTY, 'title');
  const whole = ['complete', 'main'].map((type) =>
    titles.find(({ attributes }) => attributes.type === type),
  );
  return textOf(whole.find(Boolean) ?? titles[0], ['note']);
}

/** The first that says something. */
function dateOf(letter: Correspondence | undefined, dates: readonly (Element | undefined)[]) {
  const read = dates.map(
    (date) => date && { printed: textOf(date, ['note']), edtf: encodedDate(date.attributes) },
  );
  return [letter?.date, ...read].find((date) => date?.printed || date?.edtf);
}

const languagesIn = (usage: Element | undefined): readonly string[] =>
  children(usage ?? EMPTY, 'language').map(
    (language) => textOf(language) || (language.attributes.ident ?? ''),
  );

/** Where the manuscript is, from the country to its number. */
function repositoryOf(source: Element | undefined): readonly string[] {
  const manuscript = first(source, 'msIdentifier');
  return manuscript ? textsOf(children(manuscript)) : [];
}
