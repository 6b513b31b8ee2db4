import { demandWords } from '../../wording/questions.ts';
import type { Condition, TypedQuery } from './typed-query.ts';

/** What a query demands beside its words, as a person reads it; plain text. */
export const formatQuery = ({
  required,
  excluded,
  dates,
  unread,
  hasMarks,
}: TypedQuery): string[] => [
  ...(hasMarks ? [demandWords.prose] : []),
  ...required.map(formatGroup),
  ...excluded.map((condition) => demandWords.without(formatCondition(condition))),
  ...dates,
  ...unread.map((typed) => demandWords.notADate(typed)),
];

/** Alternatives: `“missile gap” or title: Berlin`. */
export const formatGroup = (group: readonly Condition[]): string =>
  demandWords.anyOf(group.map(formatCondition));

export const formatCondition = ({ field, text, isPhrase }: Condition): string => {
  const said = isPhrase ? demandWords.phrase(text) : text;
  return field === 'any' ? said : `${field}: ${said}`;
};
