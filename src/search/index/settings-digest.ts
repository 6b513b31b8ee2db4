import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Document } from '../../data/corpus/document.ts';
import { packDocuments } from '../../data/corpus/packed-documents.ts';
import { LATENT_SETTINGS } from '../latent/latent-space.ts';
import { indexDocuments } from './index-documents.ts';

/** Raised when an index or the check of a document changes in a way that nothing below shows. */
const SCHEMA = 2;

/** Texts in which words are told apart, folded, stemmed, joined and left out in many ways. */
const SAMPLE = [
  'The Soviets’ letters about missiles: Khrushchev’s reply, relational, happily, agreed, 1949-51',
  "L'Humanité, the chargé d'affaires, Łódź, København, Müller, ﬁnance, naïve, ½, ⑴, He Long",
  'Zhou En-lai, Chou Enlai, Viet Nam, Hà Nội, 毛泽东致斯大林, 東京, ソウル, 전두환, Горбачёв, القاهرة',
  'An undated note of what was said by whom, to whom and in which of the rooms.',
];

/**
 * A digest of all that decides how documents are checked and indexed: the schemas of both, what an
 * index makes of a few texts, and the settings of the latent space, which so few don't show.
 */
export function settingsDigest(): string {
  digest ??= createHash('sha256').update(JSON.stringify(settings(), plainly)).digest('hex');
  return digest;
}

let digest: string | undefined;

/** Typed arrays as lists. V8's own form of a string depends on where the string came from. */
const plainly = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? [...(value as Uint32Array)] : value;

const settings = () => ({
  schema: SCHEMA,
  // Another V8 may not read what this one has written.
  v8: process.versions.v8,
  document: z.toJSONSchema(Document, { unrepresentable: 'any' }),
  sample: indexDocuments(packDocuments(SAMPLE.map(sampleDocument))),
  latent: LATENT_SETTINGS,
});

const sampleDocument = (text: string, number: number): Document => ({
  id: `sample-${number}`,
  title: text.slice(0, 40),
  date: {
    text: '16 October 1962',
    edtf: '1962-10-16',
    start: '1962-10-16',
    end: '1962-10-16',
    precision: 'day',
    approximate: false,
    uncertain: false,
    inferred: false,
  },
  description: text,
  collection: 'Sample',
  url: null,
  creators: ['Creator, A.'],
  recipients: ['Recipient, B.'],
  people: ['Person, C.'],
  places: ['Place'],
  subjects: ['Subject'],
  languages: ['English'],
  type: ['letter'],
  source: ['Box 1'],
  identifier: ['No. 2'],
  rights: null,
  publication: { kind: 'book', container: 'Container', publisher: 'Publisher' },
});
