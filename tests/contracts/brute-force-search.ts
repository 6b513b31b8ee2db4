import { addressKey } from '../../src/data/addresses/address-key.ts';
import { mayBeReference as mayBeReferenceLink, soleLink } from '../../src/data/addresses/links.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import type { Page as TextPage } from '../../src/data/texts/page.ts';
import { UserError } from '../../src/errors.ts';
import type { SearchEngine } from '../../src/search/archive.ts';
import type { Correction, Facets, Hit } from '../../src/search/hits.ts';
import { deliberateWords } from '../../src/search/query/deliberate.ts';
import { formatQuery } from '../../src/search/query/format-query.ts';
import { readTyped } from '../../src/search/query/read-typed.ts';
import { editDistance } from '../../src/search/query/spelling.ts';
import { type Condition, mayBeName, type TypedQuery } from '../../src/search/query/typed-query.ts';
import type { Filter, Query, SearchedPart } from '../../src/search/questions.ts';
import { keptReferences } from '../../src/search/references/document-references.ts';
import { doiReferences } from '../../src/search/references/doi-references.ts';
import { keptTokens } from '../../src/search/references/reference-tokens.ts';
import {
  mayBeReference,
  mayBeReferenceAmongWords,
  readReference,
} from '../../src/search/references/sought-reference.ts';
import { bareWords, terms } from '../../src/search/text/analysis.ts';
import { documentSnippet } from '../../src/search/text/document-snippet.ts';
import { createSnippet } from '../../src/search/text/snippet.ts';

type Scored = { document: Document; score: number };

/** Reads every document for every question: slow, and plain enough to be believed. */
export function createBruteForceEngine(
  unordered: readonly Document[],
  pages: readonly TextPage[] = [],
): SearchEngine {
  const [records, texts, both] = (['records', 'texts', undefined] as const).map((part) =>
    createEngineOf(unordered, pages, part),
  );
  const engineOf = (part: SearchedPart | undefined) => {
    const engine = part === 'records' ? records : part === 'texts' ? texts : both;
    if (part === 'texts' && pages.length === 0) throw new UserError('no texts');
    if (!engine) throw new Error('there are three engines');
    return engine;
  };
  return {
    ...engineOf('records'),
    search: async (query) => engineOf(query.in).search(query),
    explain: async (query) => engineOf(query.in).explain(query),
  };
}

/** An engine for some parts of documents. */
function createEngineOf(
  unordered: readonly Document[],
  pages: readonly TextPage[],
  part: SearchedPart | undefined,
): SearchEngine {
  const documents = unordered.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const recordOf = (document: Document) => (part === 'texts' ? '' : recordTextOf(document));
  const readingsOf = (document: Document) =>
    part === 'records' ? '' : allReadings(pages.filter(({ id }) => id === document.id));
  const textOf = (document: Document) => `${recordOf(document)}\n${readingsOf(document)}`;
  const printed = documents.flatMap((it) => held(textOf(it)));
  const known = new Set(printed.flatMap(({ kind, word }) => (kind === 'word' ? word : [])));
  const holding = (stem: string) =>
    documents.filter((it) => stemsOf(textOf(it)).includes(stem)).length;

  const isDeliberate = deliberateWords([]);
  const nearest = (word: string) =>
    word.length < 4 || /\p{N}/u.test(word)
      ? []
      : [...known]
          .map((near) => ({ near, distance: editDistance(word, near) }))
          .filter(({ distance }) => distance <= 2)
          .sort((a, b) => a.distance - b.distance);

  function read(typed: TypedQuery, corrects = true, adoptsOffers = false) {
    const text = typed.words;
    const exact = typed.required
      .flat()
      .filter(({ field, isPhrase }) => field !== 'reference' && (isPhrase || field !== 'any'))
      .flatMap((condition) => sought(condition.text).map(({ stem }) => stem));
    const corrections: Correction[] = [];
    const unknown = new Set<string>();
    const stems = sought(text).map(({ kind, stem, word, start, end }) => {
      if (holding(stem) > 0) return stem;
      const [best] = nearest(word);
      const printed = text.slice(start, end);
      if (
        !corrects ||
        !best ||
        (!adoptsOffers && isDeliberate(printed, word, text)) ||
        best.distance > (word.length < 8 ? 1 : 2)
      ) {
        if (kind === 'word') unknown.add(printed);
        return stem;
      }
      corrections.push({ typed: text.slice(start, end), used: best.near });
      return terms(best.near)[0]?.stem ?? stem;
    });
    const unheld = typed.links.filter((it) => !documents.some((one) => isOf(one, it, pages)));
    return { stems: [...stems, ...exact], corrections, unknown: [...unknown, ...unheld] };
  }

  function score(typed: TypedQuery, named: string, stems: readonly string[]): Scored[] {
    const text = typed.words;
    const isAnything = bareWords(text).length === 0 && stems.length === 0 && demands(typed);
    const sought = [...new Set(bareWords(text))];
    const isAllHeld = documents.some(
      ({ title }) => shared(sought, bareWords(title)) === sought.length,
    );
    return documents
      .map((document) => {
        const { id, title } = document;
        const inTitle = part === 'texts' ? [] : stemsOf(title);
        const inRecord = [...stemsOf(recordOf(document)), ...inTitle];
        const all = [...inRecord, ...stemsOf(readingsOf(document))];
        const worth = stems.map((it) => (all.includes(it) ? count(all, it) / holding(it) : 0));
        const held = shared(sought, bareWords(title));
        const isEnough = held === sought.length || !isAllHeld;
        const common = stems.length === 0 && isEnough ? held / bareWords(title).length || 0 : 0;
        const words = bareWords(text).join(' ');
        const whole = words && words === bareWords(title).join(' ') ? 1e6 : 0;
        const isNamed = id === named || isOf(document, named, pages);
        const isMeant = isNamed || typed.links.some((it) => isOf(document, it, pages));
        const wanted = isMeant && part !== 'texts' ? 1e9 : 0;
        return {
          document,
          isKept:
            (isNamed && mayBeName(typed) && part !== 'texts') || meets(document, typed, textOf),
          // What the record holds as well comes first.
          score:
            (pages.length > 0 ? 100 * shared(sought, all) + 10 * shared(sought, inRecord) : 0) +
            sum(worth) / Math.sqrt(all.length || 1) +
            common +
            whole +
            wanted +
            Number(isAnything),
        };
      })
      .filter(({ isKept, score }) => score > 0 && isKept);
  }

  const toHits = (
    scored: readonly Scored[],
    stems: readonly string[],
    phrases: readonly string[] = [],
  ): Hit[] =>
    scored.map(({ document, score }) => {
      const weights = new Map(stems.map((stem) => [stem, 1 / holding(stem)]));
      const hit = { document, score, snippet: documentSnippet(document, weights) };
      const inRecord = stemsOf(recordOf(document));
      const best = stems.every((stem) => inRecord.includes(stem)) ? undefined : pageOf(hit, stems);
      if (!best) return hit;
      const { text, id: _, ...page } = best;
      const said = phrases.map((phrase) => new RegExp(bareWords(phrase).join('\\W+'), 'i'));
      const at = Math.max(0, ...said.map((phrase) => text.search(phrase) - 20));
      return { ...hit, page, snippet: createSnippet(text.slice(at), weights) };
    });

  /** The page that holds most of what is sought, if it holds more than the record. */
  function pageOf({ document }: Pick<Hit, 'document'>, stems: readonly string[]) {
    const own = part === 'records' ? [] : pages.filter(({ id }) => id === document.id);
    const holds = (text: string) => shared([...new Set(stems)], stemsOf(text));
    const [best] = own.toSorted((a, b) => holds(b.text) - holds(a.text));
    return best && holds(best.text) > holds(recordOf(document)) ? best : undefined;
  }

  const best = (scored: Scored[]) => scored.sort((a, b) => b.score - a.score);

  type Asked = Pick<Query, 'text' | 'corrects' | 'adoptsOffers' | 'filter'>;
  const all = ({ text, corrects, adoptsOffers, filter }: Asked) => {
    const typed = readTyped(text);
    const found = score(
      typed,
      text.trim().toLowerCase(),
      read(typed, corrects, adoptsOffers).stems,
    );
    return found.filter(({ document }) => passes(document, filter));
  };

  return {
    async search({ text, corrects, filter, sort, facets, ranks, offset, limit }) {
      const typed = readTyped(text);
      const { stems, corrections, unknown } = read(typed, corrects);
      const found = best(all({ text, corrects, filter }));
      const day = ({ document }: Scored) => document.date.start ?? '';
      if (sort === 'oldest') found.sort((a, b) => ((day(a) || '9') < (day(b) || '9') ? -1 : 1));
      if (sort === 'newest') found.sort((a, b) => (day(a) > day(b) ? -1 : 1));
      return {
        total: found.length,
        hits: toHits(
          found.slice(offset, offset + limit),
          stems,
          typed.required.flat().flatMap((it) => (it.isPhrase ? [it.text] : [])),
        ),
        corrections,
        unknown,
        facets: facets ? countPlainly(found.map(({ document }) => document)) : null,
        otherNames: [],
        readAs: formatQuery(typed),
        ...(ranks && {
          ranking: {
            first: found.slice(0, 300).map(({ document, score }) => ({ id: document.id, score })),
            words: {
              documents: documents.length,
              meanLength:
                sum(documents.map((it) => new Set(stemsOf(textOf(it))).size)) / documents.length,
              frequencies: new Map(
                stems.filter((it) => holding(it) > 0).map((it) => [it, holding(it)]),
              ),
              withTexts: pages.length > 0 && part !== 'records',
            },
          },
        }),
      };
    },
    async suggest(typed, limit) {
      const words = bareWords(typed);
      const last = words.pop();
      const rank = (document: Document) => {
        const { id, title } = document;
        const held = terms(title).map(({ word }) => word);
        if (id === typed.trim().toLowerCase() || isOf(document, typed, pages)) return 0;
        if (soleLink(typed) !== undefined) return 9;
        if (last === undefined || bareWords(title).join(' ') === [...words, last].join(' '))
          return 1;
        if (!words.every((word) => held.includes(word))) return 9;
        return held.includes(last) ? 2 : held.some((word) => word.startsWith(last)) ? 3 : 9;
      };
      const ranked = documents.filter((it) => rank(it) < 9).sort((a, b) => rank(a) - rank(b));
      const found = best(all({ text: typed, adoptsOffers: true, filter: {} })).map(
        ({ document }) => document,
      );
      return (ranked.length > 0 ? ranked : found).slice(0, limit);
    },
    async explain({ text, filter }) {
      const typed = readTyped(text);
      const demanded = typed.required.flat().filter((it) => it.field !== 'reference');
      const held = [typed.words, ...demanded.map((it) => it.text)].join(' ');
      const links = typed.links.map((word) => ({
        word,
        total: documents.filter((it) => isOf(it, word, pages)).length,
        nearest: [],
      }));
      const words = sought(held).map(({ word, stem, start, end }) => ({
        word: held.slice(start, end),
        total: holding(stem),
        nearest:
          holding(stem) > 0
            ? []
            : nearest(word)
                .map(({ near }) => near)
                .slice(0, 3),
      }));
      const names = (['from', 'to', 'collection', 'person'] as const).filter(
        (name) => filter[name],
      );
      const filters = names.map((name) => ({
        name,
        totalWithout: all({ text, filter: { ...filter, [name]: undefined } }).length,
      }));
      return {
        words: [...links, ...words],
        filters,
        demands: [],
        totalUnfiltered: all({ text, filter: {} }).length,
        nearMisses: null,
      };
    },
    async related(id, limit) {
      const document = documents.find((it) => it.id === id);
      if (!document) return [];
      const stems = [...new Set(stemsOf(textOf(document)))];
      const others = score(readTyped(''), '', stems).filter((it) => it.document !== document);
      const why = { words: [], people: [], days: null };
      return toHits(best(others).slice(0, limit), stems).map((hit) => ({ ...hit, why }));
    },
  };
}

/** Whether an address or a whole reference is a document's. */
export function isOf(document: Document, typed: string, pages: readonly TextPage[]): boolean {
  const key = addressKey(soleLink(typed) ?? '');
  const own = pages.filter((page) => page.id === document.id);
  const addresses = [document, ...own].map(({ url }) => url && addressKey(url));
  if (key !== undefined && addresses.includes(key)) return true;
  if (key !== undefined && !mayBeReferenceLink(typed)) {
    return doiReferences(typed).some((reference) => hasWhole(document, reference));
  }
  return mayBeReferenceAmongWords(typed) && hasWhole(document, typed);
}

export const hasWhole = (document: Document, typed: string): boolean =>
  mayBeReference(typed) &&
  keptReferences(document).some((tokens) => tokens.join(' ') === keptTokens(typed).join(' '));

/** The runs of a reference, as one pattern. */
export function refersTo(document: Document, typed: string): boolean {
  const runs = readReference(typed).map((run) =>
    run.map((fitting) => `(?:${fitting.join('|')})`).join(' '),
  );
  const pattern = new RegExp(`(?<= )${runs.join(' (?:.* )?')}(?= )`, 'u');
  const collection = keptTokens(document.collection);
  return keptReferences(document).some((tokens) =>
    pattern.test(` ${[...collection, ...tokens].join(' ')} `),
  );
}

/**
 * The pages as one text, on a line each way to read words that the end of a line or of a page has
 * parted: as it is printed, in two, and as one.
 */
function allReadings(pages: readonly TextPage[]): string {
  const text = pages.map((page) => page.text).join('\n');
  const apart = withoutHeads(pages);
  const joined = apart
    .replace(/(?<=\p{L})(?:¬|[-¬\u00ad]\s*\n\s*)(?=\p{L})/gu, '')
    .replace(/(?<=\p{L})[-\u00ad]\s+(?=\p{Ll})/gu, '');
  return [text, apart, joined].map((one) => one.replace(/\s+/g, ' ')).join('\n');
}

const isNumber = (line = '') => /^\W*(?:p\. )?(?:\d+|[ivxl]+)\W*$/i.test(line);
const lettersOf = (line = '') => line.toLowerCase().replace(/[^\p{L}]/gu, '');

/** The pages as one text, without numbers and repeated first lines between the halves of a word. */
function withoutHeads(pages: readonly TextPage[]): string {
  const lines = pages.map((page) => page.text.trim().split(/\s*\n\s*/));
  const heads = lines.map((own) => lettersOf(own.find((line) => !isNumber(line))));
  return lines
    .map((own, i) => {
      const others = [-2, -1, 1, 2].map((by) => heads[i + by]);
      const isHead = (line = '') => lettersOf(line) === heads[i] && others.includes(heads[i]);
      const isNoText = (line = '') => isNumber(line) || isHead(line);
      const body = isNumber(own.at(-1)) ? own.slice(0, -1) : own;
      const rest = isNoText(own[0]) ? own.slice(isNoText(own[1]) ? 2 : 1) : own;
      return { own, body, rest };
    })
    .reduce((text, { own, rest }, i, all) => {
      const before = all[i - 1]?.body.join('\n') ?? '';
      const isParted = /\p{L}[-¬\u00ad]$/u.test(before) && /^\p{Ll}/u.test(rest.join('\n'));
      return isParted
        ? `${text.slice(0, text.lastIndexOf(before) + before.length)}\n${rest.join('\n')}`
        : `${text}\n${own.join('\n')}`;
    }, '');
}

const recordTextOf = (document: Document) => {
  const { title, date, description, collection, ...lists } = document;
  const { people, creators, places, subjects, source, identifier } = lists;
  const named = [people, creators, places, subjects, source, identifier].flatMap((it) => it ?? []);
  return [title, description, date.text, collection, ...named].join('\n');
};

const held = (text: string) => terms(text).filter(({ kind }) => kind !== 'stop word');
const stemsOf = (text: string) => held(text).map(({ stem }) => stem);
const sought = (text: string) => held(text).filter(({ kind }) => kind !== 'half');

const demands = ({ required, excluded, from, to }: TypedQuery) =>
  required.length + excluded.length > 0 || Boolean(from ?? to);

function meets(
  document: Document,
  { required, excluded, from, to }: TypedQuery,
  textOf: (document: Document) => string,
): boolean {
  const holds = ({ field, text, isPhrase }: Condition) => {
    if (field === 'reference') return refersTo(document, text);
    const { title, people, creators, places, subjects, collection } = document;
    const texts = {
      any: textOf(document).split('\n'),
      title: [title],
      person: [people, creators].flatMap((it) => it ?? []),
      place: places ?? [],
      subject: subjects ?? [],
      collection: [collection],
    }[field];
    const words = bareWords(text);
    if (isPhrase) {
      const phrase = ` ${words.join(' ')} `;
      return (
        words.length > 0 && texts.some((it) => ` ${bareWords(it).join(' ')} `.includes(phrase))
      );
    }
    const stems = held(text).filter(({ kind }) => kind === 'word' || kind === 'half');
    const inTexts = texts.flatMap(stemsOf);
    return stems.length > 0 && stems.every(({ stem }) => inTexts.includes(stem));
  };
  return (
    required.every((group) => group.some(holds)) &&
    !excluded.some(holds) &&
    passes(document, { from, to })
  );
}

/** Every value that any document has, and for each of them a look at all documents. */
function countPlainly(documents: readonly Document[]): Facets {
  const counted = (valuesOf: (document: Document) => readonly string[]) =>
    [...new Set(documents.flatMap(valuesOf))]
      .map((value) => ({
        value,
        count: documents.filter((it) => valuesOf(it).includes(value)).length,
      }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, 10);
  const years = Array.from({ length: 1000 }, (_, decade) => String(decade * 10).padStart(4, '0'));
  const decades = ({ date: { start, end } }: Document) =>
    years.filter(
      (year) =>
        start &&
        end &&
        start.slice(0, 3) <= year.slice(0, 3) &&
        end.slice(0, 3) >= year.slice(0, 3),
    );
  return {
    collections: counted(({ collection }) => [collection].filter(Boolean)),
    decades: counted(decades).sort((a, b) => (a.value < b.value ? -1 : 1)),
    people: counted(({ people, creators }) => [people, creators].flatMap((it) => it ?? [])),
  };
}

/** Days are compared as text, which does for four-digit years. */
export function passes(
  { date: { start, end }, collection, people, creators }: Document,
  { from, to, collection: name, person }: Filter,
) {
  if (person && ![people, creators].some((them) => them?.includes(person))) return false;
  if (name && collection.toLowerCase() !== name.toLowerCase()) return false;
  if (!from && !to) return true;
  return start !== null && end !== null && end >= (from ?? '0') && start <= (to ?? '9');
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const count = (all: readonly string[], one: string) => all.filter((it) => it === one).length;
const shared = (some: readonly string[], others: readonly string[]) =>
  some.filter((it) => others.includes(it)).length;
