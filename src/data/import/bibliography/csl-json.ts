import type { Format, Found } from '../format.ts';
import { elementsIn } from '../json/elements.ts';
import { clipRaw } from '../json/objects.ts';
import { type CslItem, fromCsl } from './csl-item.ts';

/** Keys, and types of works, that nothing but CSL has. Other types, such as a book, are anybody's. */
const KEYS = /"(?:issued|author|archive_location|citation-key|container-title)"\s*:/;
const TYPES =
  /"type"\s*:\s*"(?:manuscript|article-\w+|paper-conference|entry-\w+|review-book|post-weblog|legal_case|motion_picture|musical_score|personal_communication)"/;
/** What a file written by this bot says of every document. */
const OUR_NOTE = /Reading Room: [a-z0-9-]+, fingerprint [0-9a-f]{12}/;

/**
 * CSL JSON, as Zotero and others export it.
 * @see https://github.com/citation-style-language/schema#csl-json-schema
 */
export const cslJson: Format = {
  name: 'csl-json',
  recognises: ({ text }) =>
    text !== null &&
    /^\s*\[\s*\{/.test(text) &&
    [KEYS, TYPES, OUR_NOTE].some((sign) => sign.test(text)) &&
    /"type"\s*:\s*"[a-z][a-z_-]*"/.test(text),
  async *read(source): AsyncGenerator<Found> {
    for await (const { text, line } of elementsIn(source.text())) {
      const item = readItem(text);
      if (typeof item === 'string') {
        yield { kind: 'refused', line, reason: item, raw: clipRaw(text) };
      } else yield { kind: 'record', record: fromCsl(item, line) };
    }
  },
};

function readItem(text: string): CslItem | string {
  try {
    return JSON.parse(text) as CslItem;
  } catch (error) {
    return `is not JSON (${(error as Error).message})`;
  }
}
