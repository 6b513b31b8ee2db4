/** What is used here of citation-js, which has no types of its own. */
declare module '@citation-js/core' {
  type ChainOptions = { generateGraph?: boolean; target?: string };
  export const plugins: { input: { chain(input: string, options: ChainOptions): unknown[] } };
}

declare module '@citation-js/plugin-bibtex';
