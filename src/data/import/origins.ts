import type { Origin, SpooledDocument } from './spooled-document.ts';

/** Everywhere a document is held; the first is where what it says comes from. */
export const originsOf = ({ origin, otherOrigins }: SpooledDocument): readonly Origin[] =>
  origin ? [origin, ...(otherOrigins ?? [])] : [];

/** The document with other origins. */
export function withOrigins(
  document: SpooledDocument,
  origins: readonly Origin[],
): SpooledDocument {
  const [origin = null, ...otherOrigins] = origins;
  const { otherOrigins: _, ...rest } = document;
  return { ...rest, origin, ...(otherOrigins.length > 0 && { otherOrigins }) };
}

/** Whether an origin is a source that is followed, and not an import. */
export const isFollowed = ({ source }: Origin): boolean => source !== undefined;

/** An import of which nothing is known. */
export const UNKNOWN_IMPORT: Origin = { file: '', line: null, place: null };
