import type { APIEmbed } from 'discord-api-types/v10';
import type { CheckedQuotation, Occurrence } from '../../search/quotations.ts';
import { coverageWords } from '../../wording/coverage.ts';
import { quotationWords } from '../../wording/quotations.ts';
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
    quotationWords.quoted(
      escapeMarkdown(clip(oneLine(quoted).replace(QUOTATION_MARKS, ''), MOST.quoted)),
    ),
    describeOwn(checked),
    describeFound(checked),
    first ? clipEscaped(formatOccurrence(first, 1), MOST.first) : '',
    describeCompared(checked),
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
  if (more > 0) description += `\n\n${quotationWords.moreDocuments(more)}`;
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
    describeCompared(checked),
    describeUncompared(checked),
  ].filter((line) => line !== undefined);

/** What could be compared at all, if it wasn't found where it was looked for. */
function describeCompared({ inDocument, total, coverage }: CheckedQuotation): string | undefined {
  const isFound = inDocument ? inDocument.found : total > 0;
  return isFound ? undefined : describeTextCoverage(coverage, coverageWords.othersComparedByRecord);
}

const QUOTATION_MARKS = /^["“”„«»]+|["“”„«»]+$/gu;

/** The verdict, and that it is of other documents than the one asked for. */
function formatVerdict({ inDocument, found }: CheckedQuotation): string {
  const verdicts = [inDocument?.found?.verdict, found[0]?.verdict];
  const best = verdicts.includes('exact') ? 'exact' : verdicts.find(Boolean);
  if (!best) return quotationWords.verdict.missing;
  const isElsewhere = inDocument && inDocument.found?.verdict !== best;
  return isElsewhere ? quotationWords.verdictElsewhere[best] : quotationWords.verdict[best];
}

/** What is said of the document that the quotation is said to be from, and of the others. */
function describeOwn(checked: CheckedQuotation): string | undefined {
  const { inDocument, total } = checked;
  if (!inDocument) return undefined;
  const { document, hasText, isWhole, found } = inDocument;
  const title = `*${escapeMarkdown(clip(formatTitle(document.title), MOST.title))}*`;
  const own = found
    ? quotationWords.documentHas(title, found.verdict)
    : quotationWords.notInDocument(title);
  const unread = describeUnread(hasText, isWhole);
  const { elsewhereHave, elsewhereAtLeastHave, norElsewhere } = quotationWords;
  const others = total > 0 ? describeTotal(checked, elsewhereHave, elsewhereAtLeastHave) : '';
  const none = found || total > 0 ? '' : norElsewhere;
  return [own, unread, others, none].filter(Boolean).join(' ');
}

function describeUnread(hasText: boolean, isWhole: boolean): string {
  if (!hasText) return quotationWords.onlyRecordCompared;
  return isWhole ? '' : quotationWords.onlyPartCompared;
}

/** How many documents have it, where none was asked for. */
function describeFound(checked: CheckedQuotation): string | undefined {
  if (checked.inDocument) return undefined;
  const { documentsHave, atLeastHave, nowhere } = quotationWords;
  return checked.total > 0 ? describeTotal(checked, documentsHave, atLeastHave) : nowhere;
}

type SayTotal = (documents: number, verdict: Occurrence['verdict']) => string;

/** `2 documents have it word for word.` Or so many at least, where others might. */
const describeTotal = (
  { total, uncompared, found: [first] }: CheckedQuotation,
  say: SayTotal,
  sayAtLeast: SayTotal,
): string => (uncompared > 0 ? sayAtLeast : say)(total, first?.verdict ?? 'near');

const describeUncompared = ({ uncompared }: CheckedQuotation): string | undefined =>
  uncompared === 0 ? undefined : quotationWords.uncompared(uncompared);
