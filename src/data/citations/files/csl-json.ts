import { wholeItem } from '../csl-item.ts';
import { CSL_STYLES } from '../styles.ts';
import { annotatedBy, type Exporter } from './exported.ts';

/** CSL JSON, as Zotero and pandoc read it. @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
export const toCslJson: Exporter = (exported, { accessed }) =>
  `${JSON.stringify(
    exported.map((one) => {
      const item = wholeItem(one.document, CSL_STYLES['chicago-note'].dates, accessed);
      const by = annotatedBy(one);
      return {
        ...item,
        ...(by && { note: `${item.note}\n${by}` }),
        ...(one.annotation && { annote: one.annotation }),
      };
    }),
    null,
    2,
  )}\n`;
