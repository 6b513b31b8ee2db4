import { toBibtex } from './bibtex.ts';
import { toCslJson } from './csl-json.ts';
import { toCsv } from './csv.ts';
import type { Exporter } from './exported.ts';
import { toMarkdown } from './markdown.ts';
import { toRis } from './ris.ts';

type ExportFormat = { name: string; extension: string; write: Exporter };

/** Formats that reference managers import, by the names that people choose. */
export const CITATION_FORMATS = {
  ris: { name: 'RIS', extension: 'ris', write: toRis },
  bibtex: { name: 'BibTeX', extension: 'bib', write: toBibtex },
  'csl-json': { name: 'CSL JSON', extension: 'json', write: toCslJson },
} as const satisfies Record<string, ExportFormat>;

/** Those, and what people read. */
export const LIST_FORMATS = {
  ...CITATION_FORMATS,
  csv: { name: 'CSV', extension: 'csv', write: toCsv },
  markdown: { name: 'Markdown', extension: 'md', write: toMarkdown },
} as const satisfies Record<string, ExportFormat>;
export type ListFormat = keyof typeof LIST_FORMATS;
export type CitationFormat = keyof typeof CITATION_FORMATS;
