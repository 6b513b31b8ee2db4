import { z } from 'zod';
import { formatDifference, formatPassedOver } from '../../cards/quotation/marked-passage.ts';
import { verdictLines } from '../../cards/quotation/quotation-card.ts';
import {
  type CheckedQuotation,
  LONGEST_QUOTATION,
  type Occurrence,
} from '../../search/quotations.ts';
import type { Answer, Result } from '../answer.ts';
import { line, pageFacts, readFacts } from '../facts.ts';
import type { Services } from '../services.ts';
import { quoted, visibleLine } from '../visible.ts';
import { findDocument } from './find-document.ts';
import { defineTool, words } from './tool.ts';

const MOST = { results: 6, passage: 1500, differences: 12, side: 120 };

/** Whether a quotation stands in what is loaded, as `/quote` says. */
export const checkQuotation = defineTool({
  name: 'check_quotation',
  title: 'Check a quotation',
  description:
    'Whether a quotation (5 words or more) stands in what is loaded: exact, near (with what differs) or not found; document says where it should be.',
  input: z.strictObject({ text: words(LONGEST_QUOTATION), document: words(300).optional() }),

  async run({ text, document }, services) {
    const named = document && (await findDocument(document, services.archive));
    const checked = await services.archive.checkQuotation({
      text,
      document: named ? named.id : undefined,
    });
    const own = checked.inDocument?.found ? [checked.inDocument.found] : [];
    const all = [...own, ...checked.found];
    return {
      total: own.length + checked.total,
      notes: verdictLines(checked),
      results: await toResults(all.slice(0, MOST.results), services),
      fields: {
        verdict: verdictOf(all),
        ...(checked.inDocument && { inDocument: ownFacts(checked.inDocument) }),
        notCompared: checked.uncompared,
      },
    } satisfies Answer;
  },
});

const verdictOf = (found: readonly Occurrence[]): 'exact' | 'near' | 'not found' =>
  found.some(({ verdict }) => verdict === 'exact')
    ? 'exact'
    : found.length > 0
      ? 'near'
      : 'not found';

const ownFacts = (own: NonNullable<CheckedQuotation['inDocument']>) => ({
  id: own.document.id,
  verdict: own.found?.verdict ?? 'not found',
  hasText: own.hasText,
  isWhole: own.isWhole,
});

async function toResults(found: readonly Occurrence[], services: Services): Promise<Result[]> {
  const facts = await readFacts(
    found.map(({ document }) => document),
    services,
  );
  return facts.flatMap((one, index) => {
    const occurrence = found[index];
    if (!occurrence) return [];
    const { place, verdict, pieces, differences, passedOver, spellings, misreadings } = occurrence;
    const printed = pieces.map((piece) => piece.printed).join('');
    const passage = line(printed, MOST.passage);
    return {
      facts: one,
      page: 'first' in place ? pageFacts(place.first) : undefined,
      fields: {
        verdict,
        ...('first' in place
          ? place.last.page !== place.first.page && { lastPage: pageFacts(place.last) }
          : { inRecord: place.record }),
        passage,
        differences: differences.slice(0, MOST.differences).map((difference) => ({
          ...difference,
          printed: side(difference.printed),
          quoted: side(difference.quoted),
        })),
        passedOver: passedOver
          .slice(0, MOST.differences)
          .map(({ as, printed }) => ({ as, printed: side(printed) })),
        otherForms: [...spellings, ...misreadings].slice(0, MOST.differences),
      },
      lines: [
        `verdict: ${verdict}`,
        ...('record' in place ? [`in the record’s ${place.record}, not in a text`] : []),
        quoted(passage),
        ...differences.slice(0, MOST.differences).map((one) => `- ${formatDifference(one)}`),
        ...passedOver.slice(0, MOST.differences).map((one) => `- ${formatPassedOver(one)}`),
      ],
    };
  });
}

const side = (text: string): string => line(visibleLine(text), MOST.side);
