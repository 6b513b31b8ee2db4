import { monthName } from '../dates/format.ts';

/** How a style writes a day, where the CSL style leaves that to us: see `citedDate`. */
export type DateForm = {
  /** `[1962, 10, 16]`, `[1962, 10]` or `[1962]` in words. */
  formatParts(parts: readonly number[]): string;
  /** Whether the style drops month and day of a manuscript, so that they must be said for it. */
  dropsDays: boolean;
};

/** A way to cite that the Citation Style Language has. */
export type CslStyle = {
  /** Its id in the CSL project. */
  id: string;
  /** The note that stands at the foot of a page, or the entry of a bibliography. */
  part: 'citation' | 'bibliography';
  locale: 'en-US' | 'en-GB';
  dates: DateForm;
};

const monthFirst: DateForm = {
  dropsDays: false,
  formatParts: ([year, month, day]) =>
    day ? `${monthName(month ?? 1)} ${day}, ${year}` : monthAndYear(year, month),
};

/** @see https://style.mla.org/abbreviate-months-works-cited-list/ */
const MLA_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

const mlaDates: DateForm = {
  dropsDays: false,
  formatParts: ([year, month, day]) =>
    [day, month && MLA_MONTHS[month - 1], year].filter(Boolean).join(' '),
};

/** @see https://apastyle.apa.org/style-grammar-guidelines/references/archival */
const apaDates: DateForm = {
  dropsDays: true,
  formatParts: ([year, month, day]) =>
    month ? `${year}, ${[monthName(month), day].filter(Boolean).join(' ')}` : `${year}`,
};

const dayFirst: DateForm = {
  dropsDays: true,
  formatParts: ([year, month, day]) => [day, monthAndYear(year, month)].filter(Boolean).join(' '),
};

const monthAndYear = (year = 0, month?: number) =>
  [month && monthName(month), year].filter(Boolean).join(' ');

const chicago = {
  id: 'chicago-fullnote-bibliography',
  locale: 'en-US',
  dates: monthFirst,
} as const;

/**
 * Styles by the names that people choose. Harvard has no text of its own; the University of
 * Birmingham's is near to _Cite them right_ and, unlike that, names the archive.
 */
export const CSL_STYLES = {
  'chicago-note': { ...chicago, part: 'citation' },
  'chicago-bibliography': { ...chicago, part: 'bibliography' },
  mla: {
    id: 'modern-language-association',
    part: 'bibliography',
    locale: 'en-US',
    dates: mlaDates,
  },
  apa: { id: 'apa', part: 'bibliography', locale: 'en-US', dates: apaDates },
  harvard: {
    id: 'harvard-university-of-birmingham',
    part: 'bibliography',
    locale: 'en-GB',
    dates: dayFirst,
  },
} as const satisfies Record<string, CslStyle>;

/** Every style; `archive` is the form that archives themselves ask for. */
export const STYLES = [
  ...(Object.keys(CSL_STYLES) as (keyof typeof CSL_STYLES)[]),
  'archive',
] as const;
export type Style = (typeof STYLES)[number];
