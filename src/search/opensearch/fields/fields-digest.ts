import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Document } from '../../../data/corpus/document.ts';
import { sampleDocuments } from '../../index/sample-documents.ts';
import { LATENT_SETTINGS } from '../../latent/latent-space.ts';
import { spellingKeys } from '../../names/spelling-keys.ts';
import { createTermsReader } from '../../text/analysis.ts';
import { documentsIndex, wordsIndex } from '../mapping.ts';
import { analyse } from './document-fields.ts';
import { createLexicon } from './lexicon.ts';

/** Raised where a change of code makes another index in a way that nothing below shows. */
const FIELDS_VERSION = 2;

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
  return {
    version: FIELDS_VERSION,
    document: z.toJSONSchema(Document, { unrepresentable: 'any' }),
    indices: [documentsIndex({ shards: 1 }), wordsIndex({ shards: 1 })],
    documents,
    words: [...lexicon.words.values()].map(({ word, term }) => [
      word,
      term.term,
      spellingKeys(word),
    ]),
    latent: LATENT_SETTINGS,
  };
}
