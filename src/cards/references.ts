import type { Document } from '../data/corpus/document.ts';
import { oneLine } from './escape.ts';
import { clip } from './limits.ts';

const MOST = 200;

/** Where its archive has a document, and its record numbers, in one line of plain text; empty if it says neither. */
export const formatReferences = ({ source, identifier }: Document): string =>
  clip(oneLine([...(source ?? []), ...(identifier ?? [])].join('; ')), MOST);
