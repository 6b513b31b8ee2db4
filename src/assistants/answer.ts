import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { count } from '../wording/count.ts';
import type { CoverageFacts } from './coverage.ts';
import type { Facts, PageFacts } from './facts.ts';

/** One thing found: what every answer tells of its document, and what this one tells besides. */
export type Result = {
  facts: Facts;
  page?: PageFacts | undefined;
  /** Besides, as data. */
  fields?: object | undefined;
  /** The same as lines of text; what a document says is quoted. */
  lines?: readonly string[] | undefined;
};

/** What a tool has found, to be told twice: as data and as text. */
export type Answer = {
  /** How many there are, not only among these results. */
  total: number;
  /** How the question was read, what is missing, how to go on: Markdown of ours. */
  notes: readonly string[];
  results: readonly Result[];
  /** Besides, as data. */
  fields?: object | undefined;
};

/**
 * The data that every answer has, whichever tool gives it. All have more, and an assistant sees that; what
 * stands here is read in every conversation.
 */
export const Output = z.looseObject({
  total: z.number(),
  results: z.array(z.looseObject({ id: z.string(), title: z.string(), citation: z.string() })),
  coverage: z.looseObject({ note: z.string() }),
});

/** What an answer may take, data and text together, in bytes. */
const MOST_BYTES = 50_000;

/** An answer as data and as text, with what it was taken from. Results that make it too long are left out, and that is said. */
export function toCallResult(answer: Answer, coverage: CoverageFacts): CallToolResult {
  for (let shown = answer.results.length; shown > 0; shown -= 1) {
    const result = told(cutTo(shown, answer), coverage);
    if (Buffer.byteLength(JSON.stringify(result)) <= MOST_BYTES) return result;
  }
  return told(cutTo(0, answer), coverage);
}

function cutTo(shown: number, answer: Answer): Answer {
  const { results, notes } = answer;
  if (shown === results.length) return answer;
  const cut = `Only ${count(shown)} of these ${count(results.length)} results fit into one answer. Ask for fewer, or for the rest by offset.`;
  return { ...answer, results: results.slice(0, shown), notes: [...notes, cut] };
}

const told = (answer: Answer, coverage: CoverageFacts): CallToolResult => ({
  content: [{ type: 'text', text: formatAnswer(answer, coverage) }],
  structuredContent: {
    total: answer.total,
    ...answer.fields,
    results: answer.results.map(({ facts, page, fields }) => ({
      ...facts,
      ...(page && { page }),
      ...fields,
    })),
    notes: [...answer.notes],
    coverage,
  },
});

/** An answer as text: notes, results, and what it was taken from. */
export function formatAnswer({ notes, results }: Answer, { note }: CoverageFacts): string {
  const shown = results.map((result, index) => `${index + 1}. ${formatResult(result)}`);
  return [notes.join('\n'), ...shown, `Coverage: ${note}`].filter(Boolean).join('\n\n');
}

function formatResult({ facts, page, lines = [] }: Result): string {
  const { id, title, date, collection, citation, link } = facts;
  return [
    title,
    `id: ${id}`,
    `date: ${date.described}`,
    `collection: ${collection}`,
    `citation: ${citation}`,
    page && `page: ${formatPage(page)}`,
    link && `link: ${link}`,
    ...lines,
  ]
    .filter(Boolean)
    .join('\n');
}

/** `p. 412, edition, https://…`. */
export const formatPage = ({ number, label, kind, link }: PageFacts): string =>
  [label ?? `page ${number}`, kind, link].filter(Boolean).join(', ');
