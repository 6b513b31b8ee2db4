import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { z } from 'zod';
import { explain, fieldProblems } from '../../data/corpus/check-document.ts';
import { unreadable } from '../../data/corpus/problem.ts';
import { UserError } from '../../errors.ts';
import type { Source } from '../kinds/kind.ts';
import { AnySource, kindNames } from '../kinds/kinds.ts';

/** A settings file of this size is none, in characters. */
const LARGEST = 1024 * 1024;

/** Sources that can't be read, with everything that is wrong with them. */
export class SourcesFileError extends UserError {
  override name = 'SourcesFileError';
}

/**
 * Reads the file that lists the sources.
 * @throws SourcesFileError naming each entry and field that is wrong, and never what stands under `key`
 */
export async function readSourcesFile(path: string): Promise<readonly Source[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new SourcesFileError(`${path}: ${unreadable(error)}`);
  }
  return readSources(text, path);
}

/** The same from the file's text. */
export function readSources(text: string, path: string): readonly Source[] {
  const problem = (reason: string) => new SourcesFileError(`${path}: ${reason}`);
  if (text.length > LARGEST) throw problem('is too large for a list of sources');
  const read = parseYaml(text, problem);
  if (!Array.isArray(read) || read.length === 0) {
    throw problem('must be a list of sources, each with name, kind and what its kind needs');
  }
  const problems: string[] = [];
  const sources: Source[] = [];
  const entryOf = new Map<string, number>();
  for (const [at, entry] of read.entries()) {
    const checked = AnySource.safeParse(entry, { error: explainSource });
    const which = `entry ${at + 1}${nameOf(entry)}`;
    if (!checked.success) {
      const ofEntry = fieldProblems(checked.error.issues).map(({ field, reason }) =>
        [which, ...(field ? [field] : []), reason].join(': '),
      );
      problems.push(...ofEntry);
      continue;
    }
    const key = checked.data.name.toLowerCase();
    const first = entryOf.get(key);
    if (first !== undefined) problems.push(`${which}: name: entry ${first} has that name already`);
    else entryOf.set(key, at + 1);
    sources.push(checked.data);
  }
  if (problems.length > 0) {
    throw new SourcesFileError(`${path} can’t be used:\n${problems.join('\n')}`);
  }
  return sources;
}

function parseYaml(text: string, problem: (reason: string) => Error): unknown {
  try {
    // No more aliases than nobody needs: they can make much of little.
    return parse(text, { maxAliasCount: 0, prettyErrors: false });
  } catch (error) {
    // Its message may quote a line, and so a key.
    const { pos, code } = error as { pos?: [number, number]; code?: string };
    if (!code && !(error instanceof ReferenceError)) throw error;
    const line = pos ? ` in line ${text.slice(0, pos[0]).split('\n').length}` : '';
    throw problem(`is not YAML${line} (${code ?? 'aliases aren’t read'})`);
  }
}

const nameOf = (entry: unknown): string => {
  const name = (entry as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? ` (${name.slice(0, 60)})` : '';
};

/** What a value must be, in the words of YAML, by zod's. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text; put it into quotes',
  array: 'a list',
  boolean: 'true or false',
  object: 'fields with values',
  record: 'fields with values',
};

/** Words for what zod would only call invalid. */
function explainSource(issue: z.core.$ZodRawIssue): string | undefined {
  const { code, input } = issue;
  if (code === 'invalid_union') return `must be one of ${kindNames.join(', ')}`;
  if (code !== 'invalid_type' || input === undefined) return explain(issue);
  return `must be ${EXPECTED[issue.expected as string] ?? 'of another kind'}`;
}
