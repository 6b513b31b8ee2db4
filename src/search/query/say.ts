import type { Condition, TypedQuery } from './typed-query.ts';

/** What a query demands beside its words, as a person reads it; plain text. */
export const sayQuery = ({ required, excluded, dates, unread, hasMarks }: TypedQuery): string[] => [
  ...(hasMarks ? ['prose, its quotation marks and signs as words'] : []),
  ...required.map(sayGroup),
  ...excluded.map((condition) => `without ${sayCondition(condition)}`),
  ...dates,
  ...unread.map((typed) => `“${typed}” as words: it isn’t a date`),
];

/** Alternatives: `“missile gap” or title: Berlin`. */
export const sayGroup = (group: readonly Condition[]): string =>
  group.map(sayCondition).join(' or ');

export const sayCondition = ({ field, text, isPhrase }: Condition): string => {
  const said = isPhrase ? `“${text}”` : text;
  return field === 'any' ? said : `${field}: ${said}`;
};
