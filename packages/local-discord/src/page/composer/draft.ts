import type { DeclaredOption } from '../../rules/declaration.ts';
import type { Command } from './commands.ts';

/** What an option offers, by name, and what is sent for it. */
export type Choice = { name: string; value: string | number | boolean };

/** An option being filled in: as typed, or as chosen from what is offered. */
export type Field = { option: DeclaredOption; text: string; chosen: Choice['value'] | undefined };

/** A command being filled in. */
export type Draft = {
  command: Command;
  /** Those shown, in order: required ones first. */
  fields: readonly Field[];
  /** What is typed to find a further option. */
  more: string;
};

const empty = (option: DeclaredOption): Field => ({ option, text: '', chosen: undefined });

/** A command with its required options to fill in, and those that already have a text. */
export const startDraft = (
  command: Command,
  texts: Readonly<Record<string, unknown>> = {},
): Draft => ({
  command,
  fields: command.options
    .filter(({ name, required }) => required || texts[name] !== undefined)
    .map((option) => ({ ...empty(option), text: String(texts[option.name] ?? '') })),
  more: '',
});

const change = (draft: Draft, index: number, part: Partial<Field>): Draft => ({
  ...draft,
  fields: draft.fields.map((field, at) => (at === index ? { ...field, ...part } : field)),
});

/** Typing into a field undoes what was chosen. */
export const write = (draft: Draft, index: number, text: string): Draft =>
  change(draft, index, { text, chosen: undefined });

export const choose = (draft: Draft, index: number, { name, value }: Choice): Draft =>
  change(draft, index, { text: name, chosen: value });

/** Shows one more option, after those that are shown. */
export const addOption = (draft: Draft, option: DeclaredOption): Draft => ({
  ...draft,
  fields: [...draft.fields, empty(option)],
  more: '',
});

/** Takes an optional option away again; a required one stays. */
export const removeOption = (draft: Draft, index: number): Draft => ({
  ...draft,
  fields: draft.fields.filter(({ option }, at) => at !== index || option.required),
});

/** The options not shown yet, as far as they fit what is typed to find one. */
export function furtherOptions({ command, fields, more }: Draft): readonly DeclaredOption[] {
  const wanted = more.replace(/:$/, '').trim().toLowerCase();
  return command.options.filter(
    (option) =>
      !fields.some((field) => field.option.name === option.name) && option.name.includes(wanted),
  );
}

/** What is sent; an empty field is left out. */
export const valuesOf = ({ fields }: Draft): Record<string, Choice['value']> =>
  Object.fromEntries(
    fields
      .filter(({ text, chosen }) => chosen !== undefined || text.trim() !== '')
      .map(({ option, text, chosen }) => [option.name, chosen ?? text]),
  );
