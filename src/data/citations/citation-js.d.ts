/** What is used here of citation-js, which has no types of its own. */
declare module '@citation-js/core' {
  type ChainOptions = { generateGraph?: boolean; target?: string };
  type FormatOptions = { template: string; lang: string; format: 'html' };
  export const plugins: {
    input: { chain(input: string | readonly object[], options: ChainOptions): unknown[] };
    output: { format(name: string, items: readonly object[], options: FormatOptions): string };
    config: { get(plugin: '@csl'): { styles: { add(id: string, style: object): void } } };
  };
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
