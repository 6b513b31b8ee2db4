import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Document } from '../../data/corpus/document.ts';
import { packDocuments } from '../../data/corpus/packed-documents.ts';
import { LATENT_SETTINGS } from '../latent/latent-space.ts';
import { indexDocuments } from './index-documents.ts';
import { sampleDocuments } from './sample-documents.ts';

/** Raised when an index or the check of a document changes in a way that nothing below shows. */
const SCHEMA = 2;

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
  sample: indexDocuments(packDocuments(sampleDocuments())),
  latent: LATENT_SETTINGS,
});
