import { serveTasks } from '../../threads/serve-tasks.ts';
import { readStyles } from './csl-styles.ts';
import { CSL_STYLES } from './styles.ts';
import type { ToTypeset } from './typeset.ts';

const { plugins } = await import('@citation-js/core');
await import('@citation-js/plugin-csl');
const { styles } = plugins.config.get('@csl');
const ids = new Set(Object.values(CSL_STYLES).map(({ id }) => id));
for (const [id, style] of await readStyles([...ids])) styles.add(id, style);

serveTasks(({ style, item }: ToTypeset) => {
  const { part, id, locale } = CSL_STYLES[style];
  return plugins.output.format(part, [item], { template: id, lang: locale, format: 'html' });
});
