import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isTextsPath } from './texts/page.ts';

const FOLDER = join(import.meta.dirname, 'starter');

/** The files of the corpus that ships with the bot. */
export const starterCorpus = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl') && !isTextsPath(name))
    .sort()
    .map((name) => join(FOLDER, name));
