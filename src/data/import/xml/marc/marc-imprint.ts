import type { Imprint } from '../../bibliography/imprint.ts';
import { withBrackets } from '../catalogue-text.ts';
import { bare, type Fields, lineOf } from './marc-fields.ts';

/** Types of record that are printed text or music; others are manuscripts, pictures, objects. */
const PRINTED = /^[ac]$/;

/**
 * Where a document was published, and as what; unpublished is what is under archival control, isn't
 * printed, or has no publisher and stands in nothing with volumes or pages.
 * @see https://www.loc.gov/marc/bibliographic/bdleader.html
 */
export function imprintOf(fields: Fields): { kind: string | undefined; imprint: Imprint } {
  const host = fields.all('773')[0];
  const within = lineOf(host, 'g');
  const publication =
    fields.all('264').find(({ second }) => second === '1') ??
    fields.all('260')[0] ??
    fields.all('264')[0];
  const imprint = {
    container: host ? bare(host, 't') : '',
    publisher: withBrackets(bare(publication, 'b')),
    place: withBrackets(bare(publication, 'a')),
    edition: bare(fields.all('250')[0], 'ab'),
    volume: partOf(within, /\bv(?:ol(?:ume)?)?\.?\s*([\w/–-]+)/i),
    issue: partOf(within, /\b(?:no|nr|iss(?:ue)?)\.?\s*([\w/–-]+)/i),
    pages: partOf(within, /\bpp?(?:ages?)?\.?\s*(\w+(?:\s*[–-]\s*\w+)?)/i),
  };
  return { kind: kindOf(fields, imprint, lineOf(host, 'x') !== ''), imprint };
}

const partOf = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';

function kindOf(fields: Fields, imprint: Imprint, isInSerial: boolean): string | undefined {
  const { leader } = fields;
  const isArchival = leader.charAt(8) === 'a';
  if (isArchival || !PRINTED.test(leader.charAt(6))) return undefined;
  const { container, publisher, volume, issue, pages } = imprint;
  if (container && (volume || issue || pages)) {
    return isInSerial || issue ? 'article-journal' : 'chapter';
  }
  if (fields.all('502').length > 0) return 'thesis';
  return publisher ? 'book' : undefined;
}
