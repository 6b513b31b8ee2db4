import type { Imprint } from '../../bibliography/imprint.ts';
import { withoutPunctuation } from '../catalogue-text.ts';
import type { Element } from '../elements.ts';
import { children, first, textOf, textsOf, within } from '../inside.ts';
import { writtenTitle } from './mods-title.ts';

/** As what something was published, and where; `kind` is undefined for what wasn't. */
export type Published = { kind: string | undefined; imprint: Imprint };

const MONOGRAPHIC = /^(?:monographic|single unit|multipart monograph)$/;

/**
 * Where a document was published: in a host with volumes or pages, such as a journal, or by itself.
 * What has a date of making, is a manuscript or lacks a publisher is taken for unpublished.
 * @param host what it is a part of
 */
export function imprintOf(mods: Element, host: Element | undefined): Published {
  const genres = textsOf(children(mods, 'genre')).map((genre) => genre.toLowerCase());
  const part = [mods, ...(host ? [host] : [])].flatMap((one) => children(one, 'part'));
  const origins = [mods, ...(host ? [host] : [])].flatMap((one) => children(one, 'originInfo'));
  const said = (name: string) => textsOf(origins.flatMap((origin) => children(origin, name)));
  const detail = (type: string) =>
    textOf(
      part
        .flatMap((one) => children(one, 'detail'))
        .filter(({ attributes }) => attributes.type === type)
        .map((one) => children(one, 'number')[0] ?? one)[0],
    );
  const imprint = {
    container: host && part.length > 0 ? writtenTitle(children(host, 'titleInfo')[0]) : '',
    publisher: withoutPunctuation(said('publisher')[0] ?? ''),
    place: withoutPunctuation(placeOf(origins)),
    edition: withoutPunctuation(said('edition')[0] ?? ''),
    volume: detail('volume'),
    issue: detail('issue') || detail('number'),
    pages: pagesOf(part),
  };
  return { kind: kindOf(mods, imprint, genres, said('issuance')), imprint };
}

function kindOf(
  mods: Element,
  { container, publisher, volume, issue, pages }: Imprint,
  genres: readonly string[],
  issuance: readonly string[],
): string | undefined {
  const is = (genre: string) => genres.some((one) => one.includes(genre));
  if (children(mods, 'typeOfResource').some(({ attributes }) => attributes.manuscript === 'yes')) {
    return undefined;
  }
  if (container && (volume || issue || pages)) {
    if (is('newspaper')) return 'article-newspaper';
    return issue || is('article') || is('journal') || !publisher ? 'article-journal' : 'chapter';
  }
  if (is('thesis') || is('dissertation')) return 'thesis';
  const isMade = children(mods, 'originInfo').some((origin) => first(origin, 'dateCreated'));
  return publisher && !isMade && issuance.some((one) => MONOGRAPHIC.test(one)) ? 'book' : undefined;
}

/** A place's name; a code says nothing to a reader. */
function placeOf(origins: readonly Element[]): string {
  const terms = origins.flatMap((origin) =>
    children(origin, 'place').flatMap((place) => [...within(place, 'placeTerm')]),
  );
  return textOf(terms.find(({ attributes }) => attributes.type !== 'code'));
}

/** `12–34`, or what the list of pages says. */
function pagesOf(parts: readonly Element[]): string {
  const extent = parts
    .flatMap((part) => children(part, 'extent'))
    .find(({ attributes }) => /^p(?:ages?|p\.?|\.)?$/.test(attributes.unit ?? ''));
  if (!extent) return '';
  const [start, end, list] = ['start', 'end', 'list'].map((name) =>
    textOf(children(extent, name)[0]),
  );
  return [start, end].filter(Boolean).join('–') || list || '';
}
