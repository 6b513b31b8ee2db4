import type { Format, Found } from '../format.ts';
import { elementsIn } from '../json/elements.ts';
import { clipRaw } from '../json/objects.ts';
import { type CslItem, fromCsl } from './csl-item.ts';

/**
 * CSL JSON, as Zotero and others export it.
 * @see https://github.com/citation-style-language/schema#csl-json-schema
 */
export const cslJson: Format = {
  name: 'csl-json',
  recognises: ({ text }) =>
    /^\s*\[\s*\{/.test(text ?? '') &&
    /"(?:issued|author|archive_location|citation-key|container-title)"\s*:|"manuscript"/.test(
      text ?? '',
    ) &&
    /"type"\s*:\s*"[a-z][a-z_-]*"/.test(text ?? ''),
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
