import type { Element } from '../elements.ts';
import { children, textOf } from '../inside.ts';
import { writtenName } from './mods-names.ts';
import { writtenTitle } from './mods-title.ts';

/** What a record is about. */
export type Subjects = {
  subjects: readonly string[];
  people: readonly string[];
  places: readonly string[];
  /** Times that it is about, as printed. */
  periods: readonly string[];
};

const PLACES = ['geographic', 'hierarchicalGeographic'];
/** Codes and map data, which say nothing to a reader. */
const CODED = ['geographicCode', 'cartographics'];

/**
 * The subjects of a record. A heading of several parts stays whole, `Cuba -- History -- 1959`; the
 * persons and places in it are named as such too.
 * @see https://www.loc.gov/standards/mods/userguide/subject.html
 */
export function subjectsIn(mods: Element): Subjects {
  const headings = children(mods, 'subject').map((subject) =>
    children(subject).filter(({ name }) => !CODED.includes(name)),
  );
  const parts = headings.flat();
  const alone = headings.filter(({ length }) => length === 1).flat();
  const isPerson = ({ name, attributes }: Element) =>
    name === 'name' && ['personal', 'family'].includes(attributes.type ?? 'personal');
  const isOwnField = (part: Element) =>
    isPerson(part) || [...PLACES, 'temporal'].includes(part.name);
  return {
    subjects: headings
      .filter(([part, ...more]) => part && (more.length > 0 || !isOwnField(part)))
      .map((heading) => heading.map(written).filter(Boolean).join(' -- ')),
    people: parts.filter(isPerson).map(written),
    places: parts.filter(({ name }) => PLACES.includes(name)).map(written),
    periods: alone
      .filter(({ name, attributes }) => name === 'temporal' && !attributes.encoding)
      .map(written),
  };
}

function written(part: Element): string {
  if (part.name === 'name') return writtenName(part);
  if (part.name === 'titleInfo') return writtenTitle(part);
  return part.name === 'hierarchicalGeographic'
    ? children(part)
        .map((one) => textOf(one))
        .filter(Boolean)
        .join(', ')
    : textOf(part);
}
