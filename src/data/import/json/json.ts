import type { Format, SourceFile } from '../format.ts';
import { linesIn } from '../lines.ts';
import { elementsIn } from './elements.ts';
import { recordsOf } from './objects.ts';

/** JSON Lines: an object a line. */
export const jsonLines: Format = {
  name: 'jsonl',
  recognises({ text, isWhole }) {
    const [first = '', second] = (text ?? '').trimStart().split('\n');
    return (
      isObject(first) &&
      (second === undefined ? isWhole : second.trim() === '' || /^\s*\{/.test(second))
    );
  },
  read: (source, options) => recordsOf(objectLines(source), options),
};

/** A JSON text with an array of objects. */
export const json: Format = {
  name: 'json',
  recognises: ({ text }) => /^\s*(?:\[\s*\{|\{\s*")/.test(text ?? ''),
  read: (source, options) => recordsOf(elementsIn(source.text()), options),
};

async function* objectLines(source: SourceFile) {
  for await (const { number, text } of linesIn(source.text())) yield { text, line: number };
}

/** A whole object in a line, and not one that only holds a list of records. */
function isObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    return !Object.values(JSON.parse(line)).some(isListOfObjects);
  } catch {
    return false;
  }
}

const isListOfObjects = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object');
