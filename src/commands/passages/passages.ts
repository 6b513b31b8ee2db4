import { formatCitation } from '../../cards/citation.ts';
import { type ActionRow, button, buttonRow } from '../../cards/components.ts';
import { formatTitle } from '../../cards/escape.ts';
import { clip, LIMITS } from '../../cards/limits.ts';
import { notice } from '../../cards/notice.ts';
import { formatPages } from '../../cards/page-place.ts';
import { customId } from '../../cards/routes.ts';
import { UserError } from '../../errors.ts';
import {
  type Command,
  type ComponentInteraction,
  type Handlers,
  type Options,
  type Reply,
  type Services,
  wantsPrivate,
} from '../../interactions/command.ts';
import { privateOption, slashCommand, textOption } from '../../interactions/declaration.ts';
import { createPages } from '../../interactions/paged.ts';
import {
  collectionChoices,
  collectionOption,
  dateOptions,
  readQuery,
} from '../../interactions/read-options.ts';
import type { Passage } from '../../search/hits.ts';
import { askingTextsWords as words } from '../../wording/asking-texts.ts';
import { instead } from './instead.ts';
import { ANYWAY, askedFor, PassagesInput, vary } from './passages-input.ts';
import { cited, showPassages } from './shown-passages.ts';
import { unanswerable } from './unanswerable.ts';

const pages = createPages<PassagesInput>('passages', {
  input: PassagesInput,
  async show(input, page, services) {
    const kind = input.anyway ? undefined : unanswerable(input.query);
    if (!kind) return showPassages(input, page, services);
    const embed = await instead(kind, input, services.archive);
    const variants = [{ label: words.unanswerable.anywayButton, key: ANYWAY }];
    return { embed, rows: [], page: 0, pages: 1, variants, isEmpty: true };
  },
  vary,
});

/** `/passages`: what the texts themselves say to a question, as they say it. */
export const passages: Command = {
  data: slashCommand('passages', words.command.description, [
    textOption('question', words.command.question, { required: true, most: 300 }),
    ...dateOptions,
    collectionOption,
    privateOption,
  ]),

  prepare: (options, services) => ({
    private: wantsPrivate(options),
    run: async (invoker) => pages.open(await read(options, services), services, invoker),
  }),

  suggest: ({ typed }, { archive }) => collectionChoices(typed, archive),

  components: {
    ...pages.components,
    cite: citePassages,
    save: savePassages,
  } satisfies Handlers<'passages'>,
};

async function read(options: Options, { archive }: Services): Promise<PassagesInput> {
  const { query, asked } = await readQuery({ ...options, query: options.question }, archive);
  if (!query || !/[\p{L}\p{N}]/u.test(query)) throw new UserError(words.noQuestion);
  return {
    query,
    asked,
    anyway: false,
    private: wantsPrivate(options),
    evenEmpty: options.private === false,
  };
}

/** Passages as they stand on a message: each with its number there. */
async function shownOn(
  { args: [view = '', wanted] }: ComponentInteraction,
  services: Services,
): Promise<(Passage & { number: number })[]> {
  const input = await pages.question(view, services);
  const asked = askedFor(input, Math.max(0, Math.trunc(Number(wanted)) || 0));
  const found = await services.archive.passages(asked);
  if (found.passages.length === 0) throw new UserError(words.gone);
  return found.passages.map((one, index) => ({ ...one, number: asked.window.offset + index + 1 }));
}

/** `Cite`: the citations of the passages shown; from each a button leads to other styles and files. */
async function citePassages(component: ComponentInteraction, services: Services): Promise<Reply> {
  const shown = await cited(await shownOn(component, services), services);
  const lines = shown.map(
    ({ number, citation, page }) =>
      `${number}\\. ${formatCitation(citation)}\n${formatPages(page)}`,
  );
  const { title, choose } = words.citations;
  return {
    embeds: [notice(title, [...lines, choose].join('\n\n'))],
    components: [rowOf(shown, (id) => customId('cite', 'card', id))],
    private: true,
  };
}

/** `Save`: asks which of the documents shown, and then into which list. */
async function savePassages(component: ComponentInteraction, services: Services): Promise<Reply> {
  const shown = await shownOn(component, services);
  return {
    embeds: [notice(words.saving.title, words.saving.which)],
    components: [rowOf(shown, (id) => customId('list', 'save', id))],
    private: true,
  };
}

/** A button for each document, once. */
function rowOf(
  shown: readonly (Passage & { number: number })[],
  idOf: (document: string) => string,
): ActionRow {
  const unique = Map.groupBy(shown, ({ document }) => document.id);
  return buttonRow(
    ...[...unique].map(([id, [first]]) => {
      const label = `${first?.number}. ${formatTitle(first?.document.title ?? id)}`;
      return button(clip(label, LIMITS.buttonLabel), idOf(id));
    }),
  );
}
