/** Who wrote to whom, as a title says it. */
export type Correspondents = { from: readonly string[]; to: readonly string[] };

/** Titles of persons, by which a name is told from an office or another paper. */
const TITLE =
  '(?:Mrs?|Miss|Messrs|Drs?|Rev|Hon|Sir|Lord|Lady|Baron(?:ess)?|Count(?:ess)?|Viscount|Prince(?:ss)?|Duke|Duchess|Marquis|Earl|King|Queen|Emperor|Pope|Cardinal|Bishop|President|Vice-President|Chairman|Senator|Governor|Judge|Justice|Professor|General|Major|Colonel|Lieutenant|Captain|Sergeant|Admiral|Commodore|Commander|Consul|Señor|Señora|Senhor|Signor|Monsieur|Herr|M)';
const PERSON = new RegExp(`^${TITLE}\\b`, 'u');

/** What a title begins with that isn't a person and no office. */
const PAPER =
  /^(?:the\s+)?(?:[\p{L}-]+\s+)?(?:act|agreement|announcement|annex|answer|bulletin|case|circular|composition|convention|copy|decision|despatch|dispatch|draft|efforts?|extracts?|form|instructions?|letters?|list|memorandum|memoranda|minutes|notes?|notice|order|organi[sz]ation|proclamation|proposals?|protocol|qualifications|record|remarks|reply|report|resolution|rules|speech|statement|summary|table|telegrams?|treaty)\b/iu;

/** `Telegram From …`, `Copy of Letter from …`: who sent it follows. */
const SENT =
  /^(?:copy of (?:an? )?)?(?:[\p{L}-]+ ){0,2}(?:airgram|cable|despatch|dispatch|letter|memorandum|message|note|telegram)s? from\s+/iu;

/** What an edition puts before: `12.`, `A. Mr. Varas …`, `case of the stonewall. Mr. Perry …`. */
const BEFORE = new RegExp(
  `^(?:(?:\\p{Lu}|\\p{Ll}[^.]*)\\.\\s+(?=${TITLE}\\b)|(?:No\\.\\s*)?\\d+\\.\\s+)`,
  'u',
);
/** And behind: how it came, with what, and its date. */
const BEHIND =
  /(?:[.\s—–-]*\((?:communicated|received|extract|translation)\b[^()]*\)|, with accompaniments|(?<=\.)\d+|[,.\s]+)+$/iu;
const DATE =
  /[,.\s]+[([]?(?:(?:\d{1,2}\.?\s+\p{L}+\.?|\p{L}+\.?\s+\d{1,2},|\p{L}+)\s+)?(?:\d{4}|\d{4}-\d\d-\d\d)[)\]]?$/u;

const LONGEST = 250;

/**
 * Who wrote to whom, where a title says just that: `Mr. Seward to Mr. Judd`, `The Chargé in Uruguay
 * (Gade) to the Secretary of State`, `Telegram From the Embassy in Chile to the Department of State`.
 * Persons come with their title and without their office, or by the name in brackets behind it;
 * offices without their article.
 * @returns null for any other title, and for one that could be divided at several places
 */
export function letterInTitle(title: string): Correspondents | null {
  const words = title.replace(BEFORE, '').replace(BEHIND, '').replace(DATE, '');
  const isSent = SENT.test(words);
  if (words.length > LONGEST || (!isSent && PAPER.test(words))) return null;
  const [from, to] = divide(words.replace(SENT, '')) ?? [];
  return from && to ? { from: namesIn(from), to: namesIn(to) } : null;
}

/** The sender and the addressee; null if it isn't clear which `to` stands between them. */
function divide(letter: string): [string, string] | null {
  const places = [
    ...letter.matchAll(/,?\s+to\.?\s+(?=\p{Lu}|the\s|all\s|consul|commanding|ministers)/gu),
  ]
    .map(({ index, 0: { length } }): [string, string] => [
      letter.slice(0, index),
      letter.slice(index + length),
    ])
    .filter(([from, to]) => isOne(from) && isOne(to) && !VERB.test(to));
  const [first, ...others] =
    places.length > 1 ? places.filter(([from]) => !ENVOY.test(from)) : places;
  if (!first || others.length === 0) return first ?? null;
  return places.find(([from]) => from.endsWith(')')) ?? (PERSON.test(first[0]) ? first : null);
}

/** Those who are something to somebody: `the Secretary to the President`. */
const ENVOY =
  /\b(?:advis[eo]rs?|ambassador|assistant|counsell?or|delegates?|delegation|envoy|minister|secretary)$/iu;

/** `The Commission to Negotiate Peace`: part of a name. */
const VERB =
  /^(?:Adjust|Consider|Determine|Draft|Examine|Investigate|Negotiate|Prepare|Study|Report)\b/;

/** Whether a text can name one side: it begins as a name or an office does, and has no sentence in it. */
const isOne = (text: string): boolean =>
  /^(?:\p{Lu}|the\s|all\s|consul|commanding|ministers)/u.test(text) &&
  !/[;:“”"]|\b(?:concerning|regarding|relative|respecting|whether|who|which)\b/i.test(text);

/** The names of one side: of several persons each, of an office the one in brackets. */
function namesIn(written: string): string[] {
  const side = written.replace(NOBLE, '');
  const parts = side.replace(/^Messrs\.?\s+/, '').split(/,?\s+and\s+|,\s+/);
  if (side.startsWith('Messrs')) return parts;
  const people = parts.filter((part) => PERSON.test(part));
  if (people.length > 1 && people.length === parts.length) return parts;
  const bracketed = [...side.matchAll(/\((\p{Lu}[^()]*)\)/gu)].flatMap(([, names = '']) =>
    names.split(/,?\s+and\s+|,\s+(?![JS]r\b)/u),
  );
  if (PERSON.test(side)) return [withoutOffice(side)];
  const names = bracketed.filter((name) => !OFFICE.test(name));
  return names.length > 0 ? names : [withoutArticle(side)];
}

/** `The Duke de Louié` is a person. */
const NOBLE =
  /^the\s+(?=(?:baron|count|duke|earl|emperor|king|marquis|prince|queen|viscount)(?:ess)?\b)/iu;

const OFFICE = /\b(?:of|for|at|in|the|acting|secretary|minister|chargé|charge|consul)\b/i;

/** `Mr. Dayton, United States minister` is Mr. Dayton; `Lieutenant A. A. Berle, Jr.,` keeps what is his. */
const withoutOffice = (person: string): string =>
  person
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/,(?!\s*(?:[JS]r\b|Esq\b|I{2,3}\b)).*$/u, '')
    .replace(/,\s*$/, '');

const withoutArticle = (office: string): string =>
  office.replace(/^(?:the|all the)\s+/i, '').replace(/,\s*$/, '');
