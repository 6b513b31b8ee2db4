import { type APIApplicationCommand, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { findCommand } from './command-path.ts';
import { NotSent } from './not-sent.ts';
import type { OptionValues } from './read-options.ts';

/** A slash command as one line of text. `files` names the options given that take a file. */
export type CommandLine = { name: string; values: OptionValues; files: readonly string[] };

/**
 * Reads `/search query:two or more words from:1950`: a value reaches to the next option's name.
 * @throws NotSent for an unknown command, and for text that belongs to no option
 */
export function readCommandLine(
  commands: readonly APIApplicationCommand[],
  line: string,
): CommandLine {
  const name = /^\/?((?:[^\s:]+(?:\s+|$))+?)(?=[^\s:]+:|$)/u.exec(line.trim())?.[1]?.trim() ?? '';
  const { options } = findCommand(commands, name || line.replace(/^\//, ''));
  const rest = line.trim().replace(/^\//, '').slice(name.length);
  const { before, values } = splitOptions(
    options.map((option) => option.name),
    rest,
  );
  if (before) throw new NotSent(`"${before}" belongs to no option of /${name}.`);
  const files = options
    .filter(({ type }) => type === ApplicationCommandOptionType.Attachment)
    .map((option) => option.name);
  return { name, values, files: files.filter((file) => values[file] !== undefined) };
}

/**
 * Divides `two words from:1950 to:1953` at the names of options.
 * @returns what stands before the first of them, and their texts
 */
export function splitOptions(
  names: readonly string[],
  text: string,
): { before: string; values: Record<string, string> } {
  const starts = [...text.matchAll(/(?<=^|\s)([^\s:]+):/gu)].filter(([, key = '']) =>
    names.includes(key),
  );
  const values = starts.map((start, index) => {
    const end = starts[index + 1]?.index ?? text.length;
    return [start[1] ?? '', text.slice(start.index + start[0].length, end).trim()] as const;
  });
  return {
    before: text.slice(0, starts[0]?.index ?? text.length).trim(),
    values: Object.fromEntries(values),
  };
}
