/** A name as CSL has it: a person, in parts or whole, or a body. */
export type CslName =
  | { family: string; given?: string; suffix?: string; 'dropping-particle'?: string }
  | { literal: string };

/** Words that name a body rather than a person, in the languages that most archives are in. */
const BODY =
  /(?<!\p{L})(?:academy|administration|agency|archives?|army|assembly|association|bank|board|branch|bureau|cabinet|church|club|college|commission|committee|company|conference|congress|consulate|corps|council|court|delegation|department|directorate|division|embassy|federation|forces?|foundation|government|group|institute|legation|library|league|ministry|mission|museum|navy|office|organi[sz]ation|parliament|party|police|politburo|press|school|secretariat|section|senate|service|society|staff|state|states|treasury|union|university|ministère|ministerium|ministerio|ministero|министерство|комитет|посольство|отдел|amt|ausschuss|botschaft|ambassade|embajada|ambasciata|comité|parti|partei)(?!\p{L})/iu;

/** Whether a name is that of a body rather than a person's. */
export const isBody = (written: string): boolean => BODY.test(written);

/** Names as given names are written: initials, or words of which only the first letter is large. */
const GIVEN =
  /^(?:(?:\p{Lu}\.\s?-?)+|\p{Lu}[\p{Ll}’'-]+(?:-\p{Lu}\p{Ll}+)?)(?:\s+(?:\p{Lu}\.|\p{Lu}[\p{Ll}’'-]+\.?))*$/u;
const FAMILY_WORDS = 3;

/** What belongs to a family name and may stand behind the given one: `Ribbentrop, Joachim von`. */
const PARTICLES =
  /^(.+?)\s+((?:(?:von|van|vom|zu|zum|zur|und|der|den|dem|de|del|della|di|da|do|dos|das|du|des|la|le|ten|ter|af|av)(?:\s+|$)|d['’]$)+)$/u;
const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV|VI{0,3}|Esq\.?|fils|père|2nd|3rd)$/u;

/**
 * A creator as written in the record. Only `Family, Given` is taken apart, with a suffix or particles:
 * what else stands there is cited as it stands.
 */
export function citedName(written: string): CslName {
  if (isBody(written)) return { literal: written };
  const parts = written.split(/\s*,\s*/).map((part) => part.trim());
  const suffix = parts.slice(1).find((part) => SUFFIX.test(part));
  const [family = '', rest = '', ...more] = parts.filter((part, at) => at === 0 || part !== suffix);
  const [, given = rest, particles] = PARTICLES.exec(rest) ?? [];
  const isDivided =
    family && more.length === 0 && GIVEN.test(given) && family.split(/\s+/).length <= FAMILY_WORDS;
  if (!isDivided) return { family: written };
  return {
    family,
    given,
    ...(particles && { 'dropping-particle': particles }),
    ...(suffix && { suffix }),
  };
}

/**
 * A name in sort order, as files have it: `Family, Given`, or whole.
 * @param suffixAt where a suffix goes: BibTeX has `King, Jr., Martin Luther`, RIS has it last
 */
export function formatSortName(name: CslName, suffixAt: 'second' | 'last' = 'last'): string {
  if ('literal' in name) return name.literal;
  const { family, given, suffix, 'dropping-particle': particle } = name;
  const first = [given, particle].filter(Boolean).join(' ');
  const parts = suffixAt === 'last' ? [family, first, suffix] : [family, suffix, first];
  return parts.filter(Boolean).join(', ');
}

/** A name in natural order: `Joachim von Ribbentrop`, `Martin Luther King Jr.`. */
export function formatName(name: CslName): string {
  if ('literal' in name) return name.literal;
  const { family, given, suffix, 'dropping-particle': particle } = name;
  return [given, particle, family, suffix].filter(Boolean).join(' ');
}

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
