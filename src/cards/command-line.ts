import { oneLine } from './escape.ts';
import { clip } from './limits.ts';

const MOST_VALUE = 120;

/** A command as it is typed: nothing in it formats, and no backtick ends it. */
export const commandLine = (
  name: string,
  options: Readonly<Record<string, string | undefined>>,
): string => {
  const typed = Object.entries(options).flatMap(([option, value]) =>
    value ? [`${option}:${clip(oneLine(value), MOST_VALUE).replaceAll('`', '’')}`] : [],
  );
  return `\`/${[name, ...typed].join(' ')}\``;
};
