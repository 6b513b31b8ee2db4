import { join } from 'node:path';
import { build } from 'esbuild';

const PAGE = join(import.meta.dirname, '..', 'page');

/** The page's program and its looks, each in one file. */
export type Bundle = { script: string; style: string };

/**
 * Bundles the browser's part of this Discord, from its sources and the packages it stands on.
 * @throws Error with esbuild's report where a source is wrong
 */
export async function bundlePage(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [join(PAGE, 'main.ts'), join(PAGE, 'style.css')],
    outdir: PAGE,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2024',
    logLevel: 'silent',
    // Lit's own writes a style attribute, which the page's policy forbids.
    alias: { 'lit/directives/style-map.js': join(PAGE, 'message', 'style-map.ts') },
  });
  const textOf = (ending: string) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}
