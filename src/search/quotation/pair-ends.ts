import type { Alignment, Step } from './align.ts';
import type { ComparedText } from './compared-text.ts';

const SENTENCE_END = /[.!?。！？\n]/u;

/**
 * Sets words put in at either end against those printed in their place, as far as the sentence goes:
 * quoted from `1948 the King`, where `1946 the King` is printed, a year is changed. An alignment that may
 * begin anywhere begins after it.
 */
export function pairEnds(
  { start, steps, cost }: Alignment,
  { text, words }: Pick<ComparedText, 'text' | 'words'>,
): Alignment {
  const isPutIn = ({ kind }: Step) => kind === 'put in';
  const end = start + steps.reduce((sum, { printed }) => sum + printed, 0);
  const firstOther = steps.findIndex((step) => !isPutIn(step));
  const lastOther = steps.findLastIndex((step) => !isPutIn(step));
  const [leading, trailing] = [firstOther, steps.length - 1 - lastOther];
  /** How many of so many words beside the passage belong to its sentence. */
  const within = (most: number, gap: (away: number) => string) => {
    let away = 0;
    while (away < most && !SENTENCE_END.test(gap(away))) away += 1;
    return away;
  };
  const between = (first: number, second: number) =>
    first < 0 || second >= words.length
      ? '.'
      : text.slice(words[first]?.end, words[second]?.start).replace('\n', ' ');
  const before = within(leading, (away) => between(start - away - 1, start - away));
  const after = within(trailing, (away) => between(end + away - 1, end + away));
  const changed: Step = { kind: 'changed', printed: 1, quoted: 1 };
  return {
    start: start - before,
    steps: [
      ...steps.slice(0, leading - before),
      ...Array<Step>(before).fill(changed),
      ...steps.slice(leading, lastOther + 1),
      ...Array<Step>(after).fill(changed),
      ...steps.slice(lastOther + 1 + after),
    ],
    cost,
  };
}
