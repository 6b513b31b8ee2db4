import { readTyped } from './read-typed.ts';

/** The reference that a text asks for and nothing else: `ref:"Box 1"`; undefined for any other text. */
export function referenceAsked(text: string): string | undefined {
  const { words, links, required, excluded, dates } = readTyped(text);
  const [condition, ...others] = required.flat();
  const isAlone = !words && [...links, ...excluded, ...dates, ...others].length === 0;
  return isAlone && condition?.field === 'reference' ? condition.text : undefined;
}
