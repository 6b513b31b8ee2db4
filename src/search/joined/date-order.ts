import type { Document } from '../../data/corpus/document.ts';
import { compareDates, compareText, hasNoDay } from '../../data/dates/compare.ts';
import type { Sort } from '../questions.ts';

/** Whether one of two documents is certainly the older by its date. */
export const isOlder = (one: Document, other: Document): boolean =>
  compareDates(one.date, other.date) < 0;

/** Whether one of two documents comes before another, oldest or newest first: the undated last, equals by id. */
export const isBeforeBy =
  (sort: Exclude<Sort, 'relevance'>) =>
  (one: Document, other: Document): boolean => {
    const [isUndated, isOtherUndated] = [hasNoDay(one.date), hasNoDay(other.date)];
    if (isUndated !== isOtherUndated) return isOtherUndated;
    const order = isUndated ? 0 : compareDates(one.date, other.date);
    if (order !== 0) return sort === 'oldest' ? order < 0 : order > 0;
    return compareText(one.id, other.id) < 0;
  };
