import { withoutPunctuation } from '../catalogue-text.ts';
import { bare, type Field, type Fields, lineOf, subfields } from './marc-fields.ts';
import { writtenName } from './marc-names.ts';

const SUBJECTS = ['600', '610', '611', '630', '647', '650', '651', '653', '690'];
const SUBDIVISIONS = 'vxyz';

/**
 * What a record is about. A heading with subdivisions stays whole, `Cuba -- History -- 1959`; the
 * persons and places in it are named as such too.
 * @see https://www.loc.gov/marc/bibliographic/bd6xx.html
 */
export function subjectsIn(fields: Fields) {
  const headings = fields.all(...SUBJECTS);
  const isNameAlone = (field: Field) =>
    ['600', '651'].includes(field.tag) && !lineOf(field, SUBDIVISIONS) && !lineOf(field, 't');
  return {
    subjects: headings
      .filter((field) => !isNameAlone(field))
      .flatMap((field) => (field.tag === '653' ? subfields(field, 'a') : [written(field)]))
      .map(withoutPunctuation),
    people: fields
      .all('600')
      .filter((field) => !lineOf(field, 't'))
      .map(writtenName),
    places: [
      ...fields.all('651').flatMap((field) => subfields(field, 'a')),
      ...headings.flatMap((field) => subfields(field, 'z')),
      ...fields.all('751', '752').map((field) => subfields(field, 'abcd').join(', ')),
    ].map(withoutPunctuation),
    periods: fields.all('648').map((field) => bare(field, 'a')),
  };
}

/** A heading as catalogues show it. */
function written(field: Field): string {
  const main = field.subfields
    .filter(({ code }) => /[a-u]/.test(code) && !'e'.includes(code))
    .map(({ text }) => text)
    .join(' ');
  return [main, ...subfields(field, SUBDIVISIONS)]
    .map(withoutPunctuation)
    .filter(Boolean)
    .join(' -- ');
}
