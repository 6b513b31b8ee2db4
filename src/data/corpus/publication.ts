import { z } from 'zod';

/** The kinds of published works that a citation tells apart, by their names in CSL. */
export const PUBLISHED_KINDS = [
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'paper-conference',
  'report',
  'thesis',
  'webpage',
] as const;

const Text = z.string().trim().min(1).optional();

/**
 * How a document was published, in the terms of CSL; what the record lacks is left out.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export const Publication = z.strictObject({
  kind: z.enum(PUBLISHED_KINDS),
  /** The journal, newspaper, volume or site that it stands in. */
  container: Text,
  publisher: Text,
  /** Where the publisher is. */
  place: Text,
  edition: Text,
  volume: Text,
  issue: Text,
  /** As printed: `12–34`. */
  pages: Text,
});
export type Publication = z.infer<typeof Publication>;

/** Where a document was published, in one line: `Journal of Peace, vol. 3, no. 4, pp. 12–34 (Oslo: Universitet)`. */
export function formatPublication(publication: Publication): string {
  const { container, publisher, place, edition, volume, issue, pages } = publication;
  const within = [
    container,
    edition && (/^\d+$/.test(edition) ? `edition ${edition}` : edition),
    volume && `vol. ${volume}`,
    issue && `no. ${issue}`,
    pages && `${/\d\D+\d/.test(pages) ? 'pp.' : 'p.'} ${pages}`,
  ].filter(Boolean);
  const imprint = [place, publisher].filter(Boolean).join(': ');
  if (within.length === 0) return imprint;
  return imprint ? `${within.join(', ')} (${imprint})` : within.join(', ');
}
