import type { APIEmbed } from 'discord-api-types/v10';
import type { CheckedQuotation, Occurrence } from '../../search/quotations.ts';
import { count, countDocuments } from '../../wording/count.ts';
import { COLOUR } from '../colour.ts';
import { escapeMarkdown, formatTitle, oneLine } from '../escape.ts';
import { clip, clipEscaped, LIMITS } from '../limits.ts';
import { describeTextCoverage } from '../text-coverage.ts';
import { formatBriefly, formatOccurrence } from './occurrence-lines.ts';

const MOST = { quoted: 300, title: 120, others: 5, first: 2400 };

/** What became of a quotation, and the documents that the card shows, in their order. */
export function quotationCard(
  quoted: string,
  checked: CheckedQuotation,
): { embed: APIEmbed; shown: readonly Occurrence[] } {
  const own = checked.inDocument?.found ? [checked.inDocument.found] : [];
  const all = [...own, ...checked.found];
  const [first, ...others] = all;
  const beginning = [
    `“${escapeMarkdown(clip(oneLine(quoted).replace(QUOTATION_MARKS, ''), MOST.quoted))}”`,
    describeOwn(checked),
    describeFound(checked),
    first ? clipEscaped(formatOccurrence(first, 1), MOST.first) : '',
    isMissing(checked) ? describeTextCoverage(checked.coverage, OF_OTHERS) : '',
    describeUncompared(checked),
  ];
  let description = beginning.filter(Boolean).join('\n\n');
  const shown = first ? [first] : [];
  for (const other of others.slice(0, MOST.others)) {
    const longer = `${description}\n\n${formatBriefly(other, shown.length + 1)}`;
    if (longer.length > LIMITS.description - MOST.title) break;
    description = longer;
    shown.push(other);
  }
  const more = own.length + checked.total - shown.length;
  if (more > 0)
    description += `\n\nand ${count(more)} more ${more === 1 ? 'document' : 'documents'}`;
  const embed = {
    color: first ? COLOUR.paper : COLOUR.notice,
    title: formatVerdict(checked),
    description: clipEscaped(description, LIMITS.description),
  };
  return { embed, shown };
}

/** The verdict on a quotation and what it rests on, as Markdown, without the passages themselves. */
export const verdictLines = (checked: CheckedQuotation): string[] =>
  [
    `${formatVerdict(checked)}.`,
    describeOwn(checked),
    describeFound(checked),
    isMissing(checked) ? describeTextCoverage(checked.coverage, OF_OTHERS) : undefined,
    describeUncompared(checked),
  ].filter((line) => line !== undefined);

const OF_OTHERS = 'Of the others only titles and descriptions were compared.';

/** Whether it wasn't found where it was looked for. */
const isMissing = ({ inDocument, total }: CheckedQuotation): boolean =>
  inDocument ? !inDocument.found : total === 0;

const QUOTATION_MARKS = /^["“”„«»]+|["“”„«»]+$/gu;

/** The verdict, and that it is of other documents than the one asked for. */
function formatVerdict({ inDocument, found }: CheckedQuotation): string {
  const verdicts = [inDocument?.found?.verdict, found[0]?.verdict];
  const best = verdicts.includes('exact') ? 'exact' : verdicts.find(Boolean);
  if (!best) return 'Not in what is loaded';
  const isElsewhere = inDocument && inDocument.found?.verdict !== best;
  return `${best === 'exact' ? 'Exact' : 'Near'}${isElsewhere ? ', but in another document' : ''}`;
}

const NO_EVIDENCE = 'That doesn’t mean that no document says it.';

/** What is said of the document that the quotation is said to be from, and of the others. */
function describeOwn(checked: CheckedQuotation): string | undefined {
  const { inDocument, total } = checked;
  if (!inDocument) return undefined;
  const { document, hasText, isWhole, found } = inDocument;
  const title = `*${escapeMarkdown(clip(formatTitle(document.title), MOST.title))}*`;
  const said = { exact: 'has it word for word', near: 'has nearly these words' };
  const own = found
    ? `${title} ${said[found.verdict]}.`
    : `It wasn’t found in what is loaded of ${title}.`;
  const unread = describeUnread(hasText, isWhole);
  const others = total > 0 ? `Elsewhere, ${describeTotal(checked)}` : '';
  const none =
    found || total > 0 ? '' : `Nor was it in any other that could be compared. ${NO_EVIDENCE}`;
  return [own, unread, others, none].filter(Boolean).join(' ');
}

function describeUnread(hasText: boolean, isWhole: boolean): string {
  if (!hasText) return 'Its text isn’t loaded: only its record was compared.';
  return isWhole ? '' : 'Its text is so long that only a part of it was compared.';
}

/** How many documents have it, where none was asked for. */
function describeFound(checked: CheckedQuotation): string | undefined {
  if (checked.inDocument) return undefined;
  return checked.total > 0
    ? capitalized(describeTotal(checked))
    : `No text or record that could be compared has these words, or nearly these. ${NO_EVIDENCE}`;
}

/** `2 documents have it word for word.` Or so many at least, where others might. */
function describeTotal({ total, uncompared, found: [first] }: CheckedQuotation): string {
  const has = total === 1 ? 'has' : 'have';
  const what = first?.verdict === 'exact' ? 'it word for word' : 'nearly these words';
  const atLeast = uncompared > 0 ? 'at least ' : '';
  return `${atLeast}${countDocuments(total)} ${has} ${what}.`;
}

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const describeUncompared = ({ uncompared }: CheckedQuotation): string | undefined =>
  uncompared === 0
    ? undefined
    : `${count(uncompared)} more ${uncompared === 1 ? 'document' : 'documents'} that might have it ${uncompared === 1 ? 'wasn’t' : 'weren’t'} compared, because it would have taken too long. Try a longer part of the quotation, or one with rarer words.`;
