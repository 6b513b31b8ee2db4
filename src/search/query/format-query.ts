import type { Condition, TypedQuery } from './typed-query.ts';

/** What a query demands beside its words, as a person reads it; plain text. */
export const formatQuery = ({
  required,
  excluded,
  dates,
  unread,
  hasMarks,
}: TypedQuery): string[] => [
  ...(hasMarks ? ['prose, its quotation marks and signs as words'] : []),
  ...required.map(formatGroup),
  ...excluded.map((condition) => `without ${formatCondition(condition)}`),
  ...dates,
  ...unread.map((typed) => `“${typed}” as words: it isn’t a date`),
];

/** Alternatives: `“missile gap” or title: Berlin`. */
export const formatGroup = (group: readonly Condition[]): string =>
  group.map(formatCondition).join(' or ');

export const formatCondition = ({ field, text, isPhrase }: Condition): string => {
  const said = isPhrase ? `“${text}”` : text;
  return field === 'any' ? said : `${field}: ${said}`;
};
