import type { APIEmbed } from 'discord-api-types/v10';
import type { Document } from '../data/corpus/document.ts';
import { andMore } from '../wording/count.ts';
import { uploadedFileWords } from '../wording/imports.ts';
import { COLOUR } from './colour.ts';
import { formatEntry } from './entry.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { clip, clipEscaped, LIMITS } from './limits.ts';

/** What a file holds, before any of it is added. */
export type ImportReportContents = {
  /** How many documents are new here, and how many the archive has. */
  fresh: number;
  present: number;
  /** Those of them that say something else in the file: how many, and the first. */
  differing: {
    total: number;
    first: readonly { line: number | null; title: string; fields: readonly string[] }[];
  };
  first: readonly Document[];
  report: {
    notes: readonly string[];
    rejected: number;
    deleted: number;
    remarks: readonly { line: number | null; reason: string }[];
    remarksInAll: number;
    withText: number;
  };
};

/** No more notes and remarks are shown than these, each cut to a line. */
const SHOWN = 4;
const LONGEST_LINE = 200;
const LONGEST_TITLE = 80;
const LONGEST_ENTRY = 500;

/** The report of a file that somebody wants to import. */
export function importReportCard(
  filename: string,
  { fresh, present, differing, first, report }: ImportReportContents,
): APIEmbed {
  const { notes, rejected, deleted, remarks, remarksInAll, withText } = report;
  const parts = [
    `**${uploadedFileWords.counts({ fresh, present, differing: differing.total, rejected, deleted })}**`,
    ...(first.length > 0 ? [entriesOf(first)] : []),
    ...section(uploadedFileWords.howRead, notes, notes.length),
    ...section(uploadedFileWords.differing, differing.first.map(formatDiffering), differing.total),
    ...section(uploadedFileWords.toLookAt, remarks.map(formatRemark), remarksInAll),
    withText > 0 && uploadedFileWords.textsNotAdded(withText),
  ].filter(Boolean);
  return {
    color: COLOUR.paper,
    title: clipEscaped(escapeMarkdown(oneLine(filename)), LIMITS.title),
    description: clipEscaped(parts.join('\n\n'), LIMITS.description),
  };
}

const entriesOf = (documents: readonly Document[]): string =>
  documents
    .map((document, index) => formatEntry({ document }, index + 1, LONGEST_ENTRY))
    .join('\n');

const formatDiffering = ({
  line,
  title,
  fields,
}: ImportReportContents['differing']['first'][number]): string => {
  const reason = uploadedFileWords.differs(clip(oneLine(title), LONGEST_TITLE), fields);
  return formatRemark({ line, reason });
};

const formatRemark = ({ line, reason }: { line: number | null; reason: string }): string =>
  line === null ? reason : uploadedFileWords.remarkInLine(line, reason);

function section(heading: string, lines: readonly string[], total: number): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, SHOWN);
  const more = total - shown.length;
  return [
    [
      `**${heading}**`,
      ...shown.map((line) => `- ${escapeMarkdown(clip(oneLine(line), LONGEST_LINE))}`),
      ...(more > 0 ? [`- ${andMore(more)}`] : []),
    ].join('\n'),
  ];
}
