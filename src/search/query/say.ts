import type { Condition, TypedQuery } from './typed-query.ts';

/** What a query demands beside its words, as a person reads it; plain text. */
export const sayQuery = ({ required, excluded, dates, unread, hasMarks }: TypedQuery): string[] => [
  ...(hasMarks ? ['prose, its quotation marks and signs as words'] : []),
  ...required.map(sayGroup),
  ...excluded.map(sayExcluded),
  ...dates,
  ...unread.map((typed) => `“${typed}” as words: it isn’t a date`),
];

/** Alternatives: `“missile gap” or title: Berlin`. */
export const sayGroup = (group: readonly Condition[]): string => group.map(say).join(' or ');

export const sayExcluded = (condition: Condition): string => `without ${say(condition)}`;

/** A demand as what is found if it is dropped: `Allowing Turkey`, `Without title: Berlin`. */
export function dropped(said: string): { how: 'Allowing' | 'Without'; what: string } {
  const [, excluded] = /^without (.+)$/s.exec(said) ?? [];
  return excluded ? { how: 'Allowing', what: excluded } : { how: 'Without', what: said };
}

const say = ({ field, text, isPhrase }: Condition): string => {
  const said = isPhrase ? `“${text}”` : text;
  return field === 'any' ? said : `${field}: ${said}`;
};
