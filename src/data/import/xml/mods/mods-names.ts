import type { Element } from '../elements.ts';
import { children, textOf } from '../inside.ts';
import { type CataloguedName, type People, partedByRole } from '../relators.ts';

/**
 * The names of a record by their parts in it.
 * @see https://www.loc.gov/standards/mods/userguide/name.html
 */
export const namesIn = (mods: Element): People =>
  partedByRole(
    children(mods, 'name')
      .map((name): CataloguedName => ({ name: writtenName(name), roles: rolesOf(name) }))
      .filter(({ name }) => name),
  );

/** A name as the record has it, `Kennan, George F.`; the years of a life, if marked, are left out. */
export function writtenName(name: Element): string {
  const part = (type: string) =>
    children(name, 'namePart')
      .filter(({ attributes }) => (attributes.type ?? '') === type)
      .map((one) => textOf(one))
      .filter(Boolean);
  const [whole, family, given] = [part(''), part('family'), part('given')];
  const title = part('termsOfAddress');
  const named = whole.length > 0 ? [whole.join('. ')] : [family.join(' '), given.join(' ')];
  const written = [...named, ...title].filter(Boolean).join(', ');
  return written.replace(/,$/, '') || textOf(children(name, 'displayForm')[0]);
}

/** A role's term where there is one, else its code. */
function rolesOf(name: Element): readonly string[] {
  return children(name, 'role').map((role) => {
    const terms = children(role, 'roleTerm');
    const term = terms.find(({ attributes }) => attributes.type !== 'code') ?? terms[0];
    return textOf(term ?? role);
  });
}
