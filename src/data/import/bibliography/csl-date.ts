import { isoYear, twoDigits } from '../../dates/calendar.ts';

/** A date as CSL's data schema has it. */
export type CslDate = {
  'date-parts'?: readonly (readonly (number | string)[])[];
  literal?: string;
  raw?: string;
  season?: number | string;
  circa?: boolean | number | string;
};

/** The date as the item has it in words, and what its parts say in EDTF. */
export function readCslDate(issued: CslDate | undefined): { date: string; edtf?: string } {
  if (!issued) return { date: '' };
  const isAbout = Boolean(issued.circa) && !/^(?:false|0)$/.test(String(issued.circa));
  const ends = (issued['date-parts'] ?? []).filter(Array.isArray).map(inEdtf);
  const dates = ends.length === 1 ? [withSeason(ends[0] ?? '', issued.season)] : ends;
  const edtf = dates.map((date) => (date && isAbout ? `${date}~` : date)).join('/');
  const printed = issued.literal ?? issued.raw ?? '';
  return { date: printed || edtf, ...(edtf ? { edtf } : {}) };
}

/** Parts that are 0 or blank are left out; year -43 is 44 BCE, as in EDTF. */
function inEdtf(parts: readonly (number | string)[]): string {
  const [year, ...rest] = parts.map((part) => Number(part));
  if (year === undefined || Number.isNaN(year) || parts[0] === '') return '';
  const end = rest.findIndex((part) => !(part > 0));
  const known = end < 0 ? rest : rest.slice(0, end);
  return [isoYear(year), ...known.map(twoDigits)].join('-');
}

/** The seasons of CSL are numbered 1 to 4 from spring; older programs write 13 to 16. */
const SEASONS: Readonly<Record<string, number>> = {
  ...{ 1: 21, 2: 22, 3: 23, 4: 24 },
  ...{ 13: 21, 14: 22, 15: 23, 16: 24 },
  ...{ 21: 21, 22: 22, 23: 23, 24: 24 },
};

function withSeason(date: string, printed: number | string | undefined): string {
  const season = SEASONS[String(printed ?? '').trim()];
  return season && /^-?\d{4}$/.test(date) ? `${date}-${season}` : date;
}
