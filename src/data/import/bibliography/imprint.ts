import { publishedKind } from '../../corpus/document-kinds.ts';
import type { Publication } from '../../corpus/publication.ts';
import type { SourceRecord } from '../source-record.ts';

/** What a bibliography says of where a work was published; a text that it lacks is empty. */
export type Imprint = Record<Exclude<keyof Publication, 'kind'>, string>;

/** What an imprint fills of a record. */
type Filled = Pick<SourceRecord, 'publication' | 'places' | 'source'>;

/**
 * Where a work was published. Of what is unpublished, such as a letter, the same fields name the place
 * where it was written and the archive that holds it.
 * @param kind one of CSL's names
 * @param places other places of the record
 * @param source the archive and its reference, as far as other fields have them
 */
export function readImprint(
  kind: string | undefined,
  imprint: Imprint,
  { places, source }: { places: readonly string[]; source: readonly string[] },
): Filled {
  const published = publishedKind(kind ?? '');
  const { place, publisher, container } = imprint;
  if (!published) {
    return {
      places: [place, ...places].filter(Boolean),
      source: [...source, publisher, container].filter(Boolean),
    };
  }
  const said = Object.entries(imprint).filter(([, text]) => text !== '');
  return {
    ...(said.length > 0 && { publication: { kind: published, ...Object.fromEntries(said) } }),
    places,
    source,
  };
}
