import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Document } from '../../../data/corpus/document.ts';
import type { Page } from '../../../data/texts/page.ts';
import { sampleDocuments } from '../../index/sample-documents.ts';
import { LATENT_SETTINGS } from '../../latent/latent-space.ts';
import { spellingKeys } from '../../names/spelling-keys.ts';
import { createTermsReader } from '../../text/analysis.ts';
import { documentsIndex, pagesIndex, wordsIndex } from '../mapping.ts';
import { analyse } from './document-fields.ts';
import { createLexicon } from './lexicon.ts';
import { analyseText } from './text-fields.ts';

/** Raised where a change of code makes another index in a way that nothing below shows. */
const FIELDS_VERSION = 3;

/** What texts have that records seldom have: words that the ends of lines and pages part. */
const SAMPLE_PAGES: readonly Page[] = [
  'The con-\nference on self-\n  government, 1914-\n18, and the Anglo-',
  'Japanese tele¬\ngram of op\u00aden doors. 毛泽东 at Pe-\n412',
  '413\nking',
].map((text, i) => ({
  id: 'a',
  page: i + 1,
  label: null,
  text,
  kind: 'ocr',
  url: `https://example.org/${i}`,
}));

/**
 * A digest of all that decides what documents and words are found by: the mappings, what becomes of a
 * few texts, and the settings of the latent space. A bot whose own is another reads queries otherwise
 * than the index was made for.
 */
export function fieldsDigest(): string {
  digest ??= createHash('sha256').update(JSON.stringify(settings())).digest('hex');
  return digest;
}

let digest: string | undefined;

function settings() {
  const lexicon = createLexicon();
  const analyze = createTermsReader(1000);
  const documents = sampleDocuments().map((document, position) => {
    const surroundings = { repeats: position, position, meanLength: 10 };
    const { fields, terms } = analyse(document, surroundings, analyze, lexicon);
    for (const term of terms) term.count = 0;
    return fields;
  });
  const text = analyseText(SAMPLE_PAGES, 10, analyze, lexicon);
  return {
    version: FIELDS_VERSION,
    document: z.toJSONSchema(Document, { unrepresentable: 'any' }),
    indices: [documentsIndex, pagesIndex, wordsIndex].map((make) => make({ shards: 1 })),
    documents,
    text,
    words: [...lexicon.words.values()].map(({ word, term }) => [
      word,
      term.term,
      spellingKeys(word),
    ]),
    latent: LATENT_SETTINGS,
  };
}
