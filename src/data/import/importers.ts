import type { Importer } from './importer.ts';
import { bulletList } from './listing/bullet-list.ts';
import { resultsPage } from './listing/results-page.ts';

/** Every format that is read, in the order in which they are tried. */
export const importers: readonly Importer[] = [bulletList, resultsPage];
