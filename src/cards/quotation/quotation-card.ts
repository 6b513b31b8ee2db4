import type { APIEmbed } from 'discord-api-types/v10';
import type { CheckedQuotation, Occurrence } from '../../search/quotations.ts';
import { COLOUR } from '../colour.ts';
import { count, countDocuments } from '../count.ts';
import { escapeMarkdown, formatTitle, oneLine } from '../escape.ts';
import { clip, clipEscaped, LIMITS } from '../limits.ts';
import { formatDifference } from './marked-passage.ts';
import { formatOccurrence, formatPlace } from './occurrence-lines.ts';
import { describeTextCoverage } from './text-coverage.ts';

const MOST = { quoted: 300, others: 5, first: 2400, other: 420 };

/** The occurrences that a card shows, in its order: that of the document asked for comes first. */
export function shownOccurrences({ inDocument, found }: CheckedQuotation): Occurrence[] {
  const own = inDocument?.found ? [inDocument.found] : [];
  return [...own, ...found].slice(0, 1 + MOST.others);
}

/** What became of a quotation: exact, near, or not in what is loaded. */
export function quotationCard(quoted: string, checked: CheckedQuotation): APIEmbed {
  const shown = shownOccurrences(checked);
  const [first] = shown;
  const parts = [
    `“${escapeMarkdown(clip(oneLine(quoted).replace(/^["“”„«»]+|["“”„«»]+$/gu, ''), MOST.quoted))}”`,
    describeOwn(checked),
    describeFound(checked),
    first && clipEscaped(formatOccurrence(first, 1), MOST.first),
    ...shown.slice(1).map((one, index) => clipEscaped(formatOther(one, index + 2), MOST.other)),
    describeUncompared(checked),
    first ? undefined : describeTextCoverage(checked.coverage),
  ];
  return {
    color: first ? COLOUR.paper : COLOUR.notice,
    title: formatVerdict(checked),
    description: clipEscaped(parts.filter(Boolean).join('\n\n'), LIMITS.description),
  };
}

/** The verdict, and that it is of other documents than the one asked for. */
function formatVerdict(checked: CheckedQuotation): string {
  const { inDocument } = checked;
  const verdicts = shownOccurrences(checked).map(({ verdict }) => verdict);
  const best = verdicts.find((verdict) => verdict === 'exact') ?? verdicts[0];
  if (!best) return 'Not in what is loaded';
  const isElsewhere = inDocument && inDocument.found?.verdict !== best;
  return `${best === 'exact' ? 'Exact' : 'Near'}${isElsewhere ? ', but in another document' : ''}`;
}

/** What is said of the document that the quotation is said to be from. */
function describeOwn({ inDocument, total, found }: CheckedQuotation): string | undefined {
  if (!inDocument) return undefined;
  const { document, hasText, found: own } = inDocument;
  const title = `*${escapeMarkdown(formatTitle(document.title))}*`;
  const unread = hasText ? '' : ' Its text isn’t loaded: only its record was compared.';
  const others = `${countDocuments(total)} ${total === 1 ? 'has' : 'have'} it ${describeVerdict(found)}`;
  const elsewhere = total > 0 ? `Elsewhere, ${others}.` : '';
  if (own?.verdict === 'exact') {
    return `${title} has it word for word.${unread} ${elsewhere}`.trim();
  }
  const said = own ? 'has something near it' : 'has nothing like it';
  return `${title} ${said}.${unread} ${elsewhere || 'No other document that could be compared has it.'}`;
}

/** How many documents have it, where none was asked for. */
function describeFound({ inDocument, total, found }: CheckedQuotation): string | undefined {
  if (inDocument) return undefined;
  if (total === 0) {
    return 'No text or record that could be compared has these words, or nearly these. That doesn’t mean that no document says it.';
  }
  return `${countDocuments(total)} ${total === 1 ? 'has' : 'have'} it ${describeVerdict(found)}.`;
}

const describeVerdict = ([first]: readonly Occurrence[]): string =>
  first?.verdict === 'exact' ? 'word for word' : 'nearly';

/** An occurrence after the first: where it stands, and the difference that changes the sense most. */
function formatOther(occurrence: Occurrence, number: number): string {
  const [worst] = occurrence.differences;
  const more = occurrence.differences.length - 1;
  const rest = more > 0 ? ` and ${count(more)} more` : '';
  return worst
    ? `${formatPlace(occurrence, number)}\n${formatDifference(worst)}${rest}`
    : formatPlace(occurrence, number);
}

const describeUncompared = ({ uncompared }: CheckedQuotation): string | undefined =>
  uncompared === 0
    ? undefined
    : `${countDocuments(uncompared)} that might have it weren’t compared, because it would have taken too long. Try a part of the quotation with rarer words.`;
