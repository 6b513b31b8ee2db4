import { compareText } from '../../src/data/dates/compare.ts';
import { isCommonWord } from '../../src/search/text/common-words.ts';
import { fold } from '../../src/search/text/fold.ts';
import type { Place } from './geonames-place.ts';

/** Countries that speak English: their places have no exonyms that texts in it use, but surnames. */
const ENGLISH: ReadonlySet<string> = new Set('AU CA GB GG IE IM JE NZ US'.split(' '));
const CITY = 500_000;
/** Letters of a name that may be a word, or a person's. */
const SHORT = 4;
/** Smaller places than this are kept only where borders and alphabets have changed. */
const LARGE = 50_000;
const RENAMED: ReadonlySet<string> = new Set(
  'AL AM AZ BA BG BY CN CY CZ DZ EE EG GE GR HR HU IL IQ IR JO KP KR LB LT LV LY MA MD ME MK MN PL PS RO RS RU SI SK SY TN TR TW UA VN XK'.split(
    ' ',
  ),
);
const COUNTRIES: ReadonlySet<string> = countries();
/** A name that another place of at least this share of the inhabitants has, is nobody's. */
const SHARE = 0.1;

const LATIN = /^\p{Lu}[\p{sc=Latn}\p{M}'’‘ʻʼ -]{3,}$/u;
const RUSSIAN = /^[А-ЯЁІЇЄҐ][а-яёіїєґ-]{3,}$/u;
const CHARACTERS = /^(?:\p{sc=Han}{2,5}|\p{sc=Hang}{2,6}|[\p{sc=Kana}ー]{3,8})$/u;
/** What is said of a place and is not its name: "City of", "Amphoe", "-shih". */
const KIND =
  /\b(?:amphoe|changwat|monthon|lungsod|city|town|mun|municipio|municipality|district|kommune|khot|osh|orn|shaary|kalasy|qalasy|shahri|thanh|thi|tp|xian|hsien|chen|qu|shi|shih|si|gun|ci|aglomeracja|gorod|urban|okrug|county|commune|ciudad|villa|comune|sancti|daira|wilaya)\b|[市县縣區区镇鎮府郡]$/iu;
/** Endings that languages hang on the name of a place: Gdanska, Gdanskas, Gdanski. */
const ENDING = /(?:ae|as|is|os|us|um|en|[aeious])$/;

/**
 * The names of places that a reader may know and a document not have: earlier names, those in other
 * languages, and those in other systems of spelling.
 * @returns for each place its own name first; places with one name are left out
 */
export function selectNames(places: readonly Place[]): string[][] {
  const bearers = Map.groupBy(
    places.flatMap((place) =>
      [...new Set([place.name, ...place.others].map(fold))].map((name) => ({ name, place })),
    ),
    ({ name }) => name,
  );
  const isItsOwn = (name: string, { id, population, name: main }: Place): boolean =>
    (bearers.get(fold(name)) ?? []).every(
      ({ place }) =>
        place.id === id ||
        (place.population < population * SHARE &&
          (name === main || fold(place.name) !== fold(name))),
    ) &&
    (name === main || !COUNTRIES.has(fold(name)));
  return places
    .filter(isKept)
    .map((place) => ({ ...place, others: place.others.flatMap(joinedToo) }))
    .map((place) =>
      withoutEndings(
        uniqueBy(
          [place.name, ...place.others].filter(
            (name) => isName(name) && isItsOwn(name, place) && (isLong(name) || isKnown(place)),
          ),
          fold,
        ),
      ),
    )
    .filter((names) => names.length > 1)
    .toSorted(([a = ''], [b = '']) => compareText(a, b));
}

function countries(): Set<string> {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const alphabet = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const codes = alphabet.flatMap((first) => alphabet.map((second) => first + second));
  return new Set(codes.flatMap((code) => fold(english.of(code) ?? '') || []));
}

const isKept = ({ country, population, isPartOfTown }: Place): boolean =>
  !isPartOfTown && !ENGLISH.has(country) && (population >= LARGE || RENAMED.has(country));

/** Short names are those of too many things: only a city's are kept. */
const isLong = (name: string): boolean => CHARACTERS.test(name) || letters(name).length > SHORT;
const isKnown = ({ population }: Place): boolean => population >= CITY;
const letters = (name: string): string => name.replace(/[^\p{L}]/gu, '');

const isName = (name: string): boolean =>
  (LATIN.test(name) || RUSSIAN.test(name) || CHARACTERS.test(name)) &&
  (name !== name.toUpperCase()) === !CHARACTERS.test(name) &&
  name.split(/[ -]/).length <= 3 &&
  !KIND.test(name) &&
  !isCommonWord(fold(name));

/** In Chinese and Korean names, hyphens divide syllables and are often left out. */
const joinedToo = (name: string): string[] =>
  /^\p{Lu}[a-z'’]+(?:-[a-z'’]+)+$/u.test(name) ? [name, name.replaceAll('-', '')] : [name];

/** Leaves out what is another of the names with an ending, or with another one. */
function withoutEndings(names: readonly string[]): string[] {
  const [first = '', ...others] = names;
  const bare = (name: string) => fold(name).replace(/['’‘]/g, '').replace(ENDING, '');
  const seen = new Set([bare(first)]);
  return [
    first,
    ...others.filter((name) => {
      const key = bare(name);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    }),
  ];
}

const uniqueBy = (names: readonly string[], key: (name: string) => string): string[] =>
  [...Map.groupBy(names, key).values()].flatMap(([first]) => first ?? []);
