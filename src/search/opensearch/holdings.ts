import { soleLink } from '../../data/addresses/links.ts';
import { contentOf } from '../../data/corpus/fingerprint.ts';
import type { Archive } from '../archive.ts';
import { referenceAsked } from '../query/reference-asked.ts';
import type { Window } from '../questions.ts';
import { mayBePartOfReference, mayBeReference } from '../references/sought-reference.ts';
import { windowOf } from '../window.ts';
import { foldedTitle } from './fields/document-fields.ts';
import { isId, withAddress, withWholeReference } from './identities.ts';
import {
  columns,
  DOCUMENTS,
  documentsIn,
  idIn,
  type PinnedIndex,
  totalOf,
} from './pinned-index.ts';
import { BY_DATE, type Clause, term } from './queries.ts';
import { withReference } from './references.ts';
import { checkWindow } from './window-limit.ts';

/** Documents by what they are known by. */
export function createHoldings(
  index: PinnedIndex,
): Pick<Archive, 'documents' | 'loaded' | 'contents' | 'named'> {
  return {
    documents: (ids) => index.documents([...new Set(ids)].filter(isId)),
    async loaded(ids) {
      const held = new Set(await idsHeld(index, ids));
      return ids.filter((id) => held.has(id));
    },
    async contents(after, limit) {
      const answer = await index.searchOnce({
        query: { exists: { field: 'id' } },
        size: limit,
        sort: [{ id: 'asc' }],
        ...(after !== undefined && { search_after: [after] }),
        track_total_hits: false,
        ...DOCUMENTS,
      });
      return documentsIn(answer).map(contentOf);
    },
    async named(typed, window) {
      const documents = isId(typed) ? await index.documents([typed]) : [];
      if (documents.length > 0) return windowOf(documents, window);
      const order = [...BY_DATE, { id: 'asc' }];
      for (const names of namesOf(typed)) {
        const found = await documentsWhere(index, names, window, order);
        if (found.total > 0) return found;
      }
      return { total: 0, documents: [] };
    },
  };
}

/** What a text may name documents by, in the order in which that is tried. */
function namesOf(typed: string): Clause[] {
  const asked = referenceAsked(typed);
  if (asked !== undefined) return [withReference(asked)];
  const link = soleLink(typed);
  return [
    ...(link === undefined ? [] : [withAddress(link)]),
    term('title_folded', foldedTitle(typed)),
    ...(mayBeReference(typed) ? [withWholeReference(typed)] : []),
    ...(mayBePartOfReference(typed) ? [withReference(typed)] : []),
  ];
}

/** What of some ids there is, in no order. */
export async function idsHeld(
  index: PinnedIndex,
  ids: readonly string[],
  filter: readonly Clause[] = [],
): Promise<string[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / A_PART) }, (_, i) =>
    ids.slice(i * A_PART, (i + 1) * A_PART),
  );
  const answers = await index.search(
    parts.map((part) => ({
      query: { bool: { filter: [{ terms: { id: part } }, ...filter] } },
      size: part.length,
      ...columns(),
    })),
  );
  return answers.flatMap(({ hits }) => hits.hits.map(idIn));
}

/** As many ids as one search is asked for. */
const A_PART = 5000;

/** The documents that a clause matches, in a window of their order. */
export async function documentsWhere(
  index: PinnedIndex,
  query: Clause,
  window: Window,
  sort: readonly object[],
) {
  checkWindow(window);
  const { offset, limit } = window;
  const answer = await index.searchOnce({
    query,
    from: limit === 0 ? 0 : offset,
    size: limit,
    sort,
    track_total_hits: true,
    ...DOCUMENTS,
  });
  return { total: totalOf(answer), documents: documentsIn(answer) };
}
