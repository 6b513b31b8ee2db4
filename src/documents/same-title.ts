import { z } from 'zod';
import { escapeMarkdown } from '../cards/escape.ts';
import { clip } from '../cards/limits.ts';
import { formatReferences } from '../cards/references.ts';
import type { Document } from '../data/corpus/document.ts';
import type { Services } from '../interactions/command.ts';
import { pageOfEntries } from '../interactions/page-of-entries.ts';
import type { ResultPage } from '../interactions/paged.ts';
import { namingWords } from '../wording/naming.ts';
import { foundBy } from './name-kind.ts';

/** Of each description, in a list of documents of one name. */
const MOST_TOLD = 200;

/** `title` is what was typed: an address or a reference may be as well. */
export const SameTitle = z.object({ title: z.string(), private: z.literal(true) });

/** The documents that have a title, an address or a reference in common, to choose from. */
export const showSameTitle = (
  { title }: z.infer<typeof SameTitle>,
  wanted: number,
  { archive }: Services,
): Promise<ResultPage> =>
  pageOfEntries(wanted, async (window) => {
    const { total, documents } = await archive.named(title, window);
    const kind = foundBy(title, documents);
    const told = (document: Document) =>
      kind === 'reference' ? formatReferences(document) : document.description;
    const card = {
      title: namingWords.several[kind](total),
      lead: escapeMarkdown(title),
      entries: documents.map((document) => ({
        document,
        snippet: [{ text: clip(told(document), MOST_TOLD), match: false }],
      })),
      footer: [namingWords.order],
    };
    return { total, card };
  });
