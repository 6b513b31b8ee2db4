import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

/** The same on every machine, whatever fonts it has (SIL Open Font License). */
const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
);
/** Twice as many points as are shown, for sharp letters. */
const WIDTH = 1400;

/** Draws a plan as a PNG, which keeps a thread busy for some 50 ms. */
export async function render(plan: TopLevelSpec): Promise<Uint8Array> {
  const view = new View(parse(compile(plan).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: WIDTH },
    font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
  });
  return picture.render().asPng();
}
