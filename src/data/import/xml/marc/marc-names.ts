import type { LeftOut } from '../left-out.ts';
import { type CataloguedName, type People, partedByRole } from '../relators.ts';
import { bare, type Field, type Fields, lineOf, subfields } from './marc-fields.ts';

/** Persons and bodies that a record is entered under. */
const NAMES = ['100', '110', '111', '700', '710', '711', '720'];

/**
 * The names of a record by their parts in it. A name with the title of a work is that work's.
 * @see https://www.loc.gov/marc/bibliographic/bdx00.html
 */
export function namesIn(fields: Fields, leftOut: LeftOut): People {
  const names = fields.all(...NAMES).filter((field) => {
    const isWork = lineOf(field, 't') !== '';
    if (isWork) leftOut.add(`${field.tag} $t`);
    return !isWork;
  });
  return partedByRole(
    names
      .map((field): CataloguedName => ({ name: writtenName(field), roles: rolesOf(field) }))
      .filter(({ name }) => name),
  );
}

/** `Kennan, George F. (George Frost)`; the years of a life are left out. */
export function writtenName(field: Field): string {
  const isMeeting = field.tag.endsWith('11');
  return bare(field, isMeeting ? 'acndq' : field.tag.endsWith('10') ? 'abcdn' : 'abcq');
}

/** Roles in words; their codes only where there are none. */
function rolesOf(field: Field): readonly string[] {
  const words = subfields(field, field.tag.endsWith('11') ? 'j' : 'e');
  return words.length > 0 ? words : subfields(field, '4');
}
