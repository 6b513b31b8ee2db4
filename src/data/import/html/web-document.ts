import { openingOf } from '../opening.ts';
import type { SourceRecord } from '../source-record.ts';
import { type Fields, fieldOf, withCredit } from './document-fields.ts';
import { withText } from './document-text.ts';
import { addressOf } from './links.ts';
import type { Page } from './load-page.ts';
import { textIn, textsIn } from './page-texts.ts';

/** What a document page says, and the labels on it that have no field here. */
export type WebDocument = { record: SourceRecord; unknown: readonly string[] };

/** The page of one document: what is said of it, and its text; undefined if it is none. */
export function readWebDocument(page: Page): WebDocument | undefined {
  const { find } = page;
  const heading = find('h1.title').first();
  const title = textIn(heading);
  const date = textIn(find('.date').first());
  if (!title || (!date && find('.information-block').length === 0)) return undefined;
  const { fields, summary, unknown } = readInformation(page);
  const url = addressOf(page);
  const all = withCredit(fields, textIn(find('.donated').first()));
  const text = textsIn(find('.text-block'));
  const record: SourceRecord = {
    line: page.lineOf(heading),
    title,
    date,
    description: summary.join('\n\n') || openingOf(text),
    ...(url ? { url } : {}),
    ...all,
    ...withText(text, all, url),
  };
  return { record, unknown };
}

/** The labelled fields, and what stands among them without a label: the summary. */
function readInformation({ find }: Page) {
  const fields: { -readonly [name in keyof Fields]: string[] } = {};
  const summary: string[] = [];
  const unknown = new Set<string>();
  for (const block of find('.information-block').toArray()) {
    let label = '';
    for (const node of find(block).find('.sub-title, .text, .pill .name span').toArray()) {
      const part = find(node);
      if (part.is('.sub-title')) label = textIn(part);
      else if (part.is('.text') && part.find('.pill').length > 0) continue;
      else {
        const field = fieldOf(label);
        if (field) fields[field] = [...(fields[field] ?? []), ...textsIn(part)];
        else if (label) unknown.add(label);
        else summary.push(...textsIn(part));
      }
    }
  }
  return { fields, summary, unknown: [...unknown] };
}
