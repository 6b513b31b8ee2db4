import { mergeCoverage } from '../../src/data/import/merge-coverage.ts';
import { readSource } from '../../src/data/import/read-source.ts';
import { UserError } from '../../src/errors.ts';
import descriptions from './descriptions.json' with { type: 'json' };

/**
 * The documents of a listing page, each with a description of our own.
 * @throws UserError where the page holds a title that has none
 */
export async function sinoSoviet(page: string) {
  const { documents, pages, refused } = await readSource(page, 'Sino-Soviet Relations');
  if (refused.length > 0) throw new UserError(`${page}: ${refused[0]?.reason}`);
  const own: Readonly<Record<string, string>> = descriptions;
  return {
    coverage: mergeCoverage([], pages),
    documents: documents.map((document) => {
      const description = own[document.title];
      if (description) return { ...document, description };
      throw new UserError(`descriptions.json has none for "${document.title}".`);
    }),
  };
}
