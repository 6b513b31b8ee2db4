import type { Archive } from './archive.ts';

/** A question to an archive: its method, and what that is called with. */
export type Question = {
  [Method in keyof Archive]: { method: Method; args: Parameters<Archive[Method]> };
}[keyof Archive];

const METHODS = Object.keys({
  search: true,
  explain: true,
  suggest: true,
  related: true,
  passages: true,
  documents: true,
  loaded: true,
  contents: true,
  named: true,
  pages: true,
  pagesOf: true,
  withText: true,
  passagesIn: true,
  textCoverage: true,
  checkQuotation: true,
  overlapping: true,
  anniversaries: true,
  ofMonth: true,
  timeline: true,
  collections: true,
  collection: true,
  gaps: true,
  series: true,
  draw: true,
  example: true,
  summary: true,
} satisfies Record<keyof Archive, true>);

/** An archive that hands each question on. */
export const forwardTo = (ask: (question: Question) => Promise<unknown>): Archive =>
  Object.fromEntries(
    METHODS.map((method) => [method, (...args: unknown[]) => ask({ method, args } as Question)]),
  ) as unknown as Archive;

/** Puts a question to an archive. */
export const putTo = (archive: Archive, { method, args }: Question): Promise<unknown> =>
  (archive[method] as (...args: unknown[]) => Promise<unknown>)(...args);
