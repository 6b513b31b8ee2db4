/** A name as CSL has it: a person, in parts or whole, or a body. */
export type CslName = { family: string; given?: string } | { literal: string };

/** Words that name a body rather than a person, in the languages that most archives are in. */
const BODY =
  /(?<!\p{L})(?:academy|administration|agency|archives?|army|assembly|association|bank|board|branch|bureau|cabinet|church|club|college|commission|committee|company|conference|congress|consulate|corps|council|court|delegation|department|directorate|division|embassy|federation|forces?|foundation|government|group|institute|legation|library|league|ministry|mission|museum|navy|office|organi[sz]ation|parliament|party|police|politburo|press|school|secretariat|section|senate|service|society|staff|state|states|treasury|union|university|ministère|ministerium|ministerio|ministero|министерство|комитет|посольство|отдел|amt|ausschuss|botschaft|ambassade|embajada|ambasciata|comité|parti|partei)(?!\p{L})/iu;

/** Names as given names are written: initials, or words of which only the first letter is large. */
const GIVEN =
  /^(?:(?:\p{Lu}\.\s?-?)+|\p{Lu}[\p{Ll}’'-]+(?:-\p{Lu}\p{Ll}+)?)(?:\s+(?:\p{Lu}\.|\p{Lu}[\p{Ll}’'-]+\.?))*$/u;
const FAMILY_WORDS = 3;

/**
 * A creator as written in the record. Only `Family, Given` is taken apart: what else stands there is
 * cited as it stands.
 */
export function citedName(written: string): CslName {
  const [family = '', given = '', ...more] = written.split(/\s*,\s*/).map((part) => part.trim());
  if (BODY.test(written)) return { literal: written };
  const isDivided =
    family && more.length === 0 && GIVEN.test(given) && family.split(/\s+/).length <= FAMILY_WORDS;
  return isDivided ? { family, given } : { family: written };
}

/** A name as files have it: `Family, Given`, or whole. */
export const writtenName = (name: CslName): string =>
  'literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', ');

/** Parts that people other than the author had, as imports note them. */
const ROLE = /^(.*\S)\s+\((editor|translator|interviewer|contributor)\)$/;

/** Creators by their part in the document, as CSL names the parts. */
export function citedNames(creators: readonly string[]): Record<string, CslName[]> {
  const parts = creators.map((creator) => {
    const [, name = creator, role = 'author'] = ROLE.exec(creator) ?? [];
    return { name: citedName(name), role };
  });
  return Object.fromEntries(
    [...Map.groupBy(parts, ({ role }) => role)].map(([role, names]) => [
      role,
      names.map(({ name }) => name),
    ]),
  );
}
