import { compareDays } from './compare.ts';
import type { Day } from './historical-date.ts';

/** A first and a last day, ends included; what is left out is open. */
type Span = { from?: Day | undefined; to?: Day | undefined };

/** The days that two spans have in common. */
export const commonSpan = (one: Span, other: Span): Span => ({
  from: later(one.from, other.from),
  to: earlier(one.to, other.to),
});

/** The first and the last day of a decade by its first year: `1960`. */
export const decadeSpan = (decade: string): { from: Day; to: Day } => ({
  from: `${decade}-01-01`,
  to: `${decade.slice(0, -1)}9-12-31`,
});

const later = (one: Day | undefined, other: Day | undefined) =>
  one && other ? (compareDays(one, other) > 0 ? one : other) : (one ?? other);

const earlier = (one: Day | undefined, other: Day | undefined) =>
  one && other ? (compareDays(one, other) < 0 ? one : other) : (one ?? other);
