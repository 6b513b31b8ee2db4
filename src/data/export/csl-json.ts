import { wholeItem } from '../citation/csl-item.ts';
import { CSL_STYLES } from '../citation/styles.ts';
import type { Exporter } from './exported.ts';

/** CSL JSON, as Zotero and pandoc read it. @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
export const toCslJson: Exporter = (exported, { accessed }) =>
  `${JSON.stringify(
    exported.map(({ document, annotation }) => ({
      ...wholeItem(document, CSL_STYLES['chicago-note'].dates, accessed),
      ...(annotation && { annote: annotation }),
    })),
    null,
    2,
  )}\n`;
