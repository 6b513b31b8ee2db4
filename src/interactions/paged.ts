import type { APIEmbed } from 'discord-api-types/v10';
import type { z } from 'zod';
import { type ActionRow, button, buttonRow } from '../cards/components.ts';
import { notice } from '../cards/notice.ts';
import { customId, type PagesOwner } from '../cards/routes.ts';
import { UserError } from '../errors.ts';
import { pagingWords as words } from '../wording/paging.ts';
import {
  type Command,
  type ComponentHandler,
  type ComponentInteraction,
  type Declaration,
  type Invoker,
  type Reading,
  type Reply,
  type Services,
  wantsPrivate,
} from './command.ts';
import { controlRows, hasControls, type PageControls } from './page-controls.ts';
import { saveIfWritable } from './save-if-writable.ts';

/** How long a message's buttons turn its pages; later they offer to run the question again. */
const PAGES_LIVE_MS = 30 * 24 * 60 * 60 * 1000;

/** One page of an answer. */
export type ResultPage = PageControls & {
  embed: APIEmbed;
  rows: ActionRow[];
  /** The same where the question is kept, with its id in them. */
  rowsFor?(question: string): ActionRow[];
  /** Nothing was found: shown to the invoker alone, unless they want everyone to see it. */
  isEmpty?: boolean;
};

/** `evenEmpty`: an answer without a find is wanted for everyone as well. */
type PagedInput = { private: boolean; evenEmpty?: boolean | undefined };

/** An answer that has no pages after all. */
type WholeReply = { reply: Reply };

type Paged<Input> = {
  /** Checks the input when it comes back from the store. */
  input: z.ZodType<Input>;
  /** Page 0 is the first; a page beyond the last shows the last. */
  show(
    input: Input,
    page: number,
    services: Services,
    invoker: Invoker,
  ): Promise<ResultPage | WholeReply>;
  /** The question as a button or a choice of the menu asks it, by the variant's key. */
  vary?(input: Input, key: string): Input;
};

/** What answers with pages need: to be opened, and to be turned. */
export type Pages<Input> = {
  open(input: Input, services: Services, invoker: Invoker): Promise<Reply>;
  components: Record<'turn' | 'again' | 'vary', ComponentHandler>;
  /**
   * The question that a button of its own leads to.
   * @throws UserError if it is no longer kept
   */
  question(view: string, services: Services): Promise<Input>;
};

/**
 * Answers with pages, of a command. The question is kept in the store and the target page is in the
 * button, so that turning works after a restart and from any state of the message.
 */
export function createPages<Input extends PagedInput>(
  command: PagesOwner,
  { input: schema, show, vary = (input) => input }: Paged<Input>,
): Pages<Input> {
  async function open(input: Input, page: number, services: Services, invoker: Invoker) {
    const shown = await show(input, page, services, invoker);
    if ('reply' in shown) return shown.reply;
    const isPrivate = input.private || (shown.isEmpty === true && input.evenEmpty !== true);
    if (!hasControls(shown) && !shown.rowsFor) return replyOf(shown, undefined, isPrivate);
    const view = { command, input, owner: invoker.userId, createdAt: services.now() };
    const { saved, unsaved } = await saveIfWritable(services.store.views.save(view));
    return { ...replyOf(shown, saved, isPrivate), unsaved };
  }

  function replyOf(shown: ResultPage, id: string | undefined, isPrivate: boolean): Reply {
    const { embed } = shown;
    const rows = (id && shown.rowsFor?.(id)) || shown.rows;
    const components = id ? [...rows, ...controlRows(command, id, shown)] : rows;
    return { embeds: [embed], components, private: isPrivate };
  }

  async function find({ args: [id = ''] }: Pick<ComponentInteraction, 'args'>, services: Services) {
    const view = await services.store.views.find(id);
    if (!view) throw new UserError(words.gone(command));
    return { view, input: schema.parse(view.input) };
  }

  async function turn(
    component: ComponentInteraction,
    services: Services,
    invoker: Invoker,
  ): Promise<Reply> {
    const { view, input } = await find(component, services);
    const page = Math.trunc(Number(component.args[1])) || 0;
    if (services.now().getTime() - view.createdAt.getTime() > PAGES_LIVE_MS) {
      return expired(command, view.id);
    }
    if (invoker.userId !== view.owner) {
      return open({ ...input, private: true }, page, services, invoker);
    }
    const shown = await show(input, page, services, invoker);
    if ('reply' in shown) return { ...shown.reply, inPlace: true };
    return { ...replyOf(shown, view.id, input.private), inPlace: true };
  }

  async function varied(
    component: ComponentInteraction,
    services: Services,
    invoker: Invoker,
  ): Promise<Reply> {
    const { view, input } = await find(component, services);
    const asked = vary(input, component.values[0] ?? component.args[1] ?? '');
    if (invoker.userId !== view.owner)
      return open({ ...asked, private: true }, 0, services, invoker);
    return { ...(await open(asked, 0, services, invoker)), inPlace: true };
  }

  async function again(
    component: ComponentInteraction,
    services: Services,
    invoker: Invoker,
  ): Promise<Reply> {
    const { input } = await find(component, services);
    return open({ ...input, private: true }, 0, services, invoker);
  }

  return {
    open: (input, services, invoker) => open(input, 0, services, invoker),
    components: { turn, again, vary: varied },
    question: async (view, services) => (await find({ args: [view] }, services)).input,
  };
}

/** A command whose whole answer has pages. */
export function definePagedCommand<Input extends PagedInput>({
  input,
  isPrivate = wantsPrivate,
  read,
  show,
  vary,
  ...rest
}: Omit<Command, 'prepare' | 'data'> &
  Paged<Input> &
  Reading<Input> & { data: Declaration & { name: PagesOwner } }): Command {
  const pages = createPages(rest.data.name, { input, show, ...(vary && { vary }) });
  return {
    ...rest,
    prepare: (options, services) => ({
      private: isPrivate(options),
      run: async (invoker) => pages.open(await read(options, services), services, invoker),
    }),
    components: { ...rest.components, ...pages.components },
  };
}

const expired = (command: PagesOwner, id: string): Reply => ({
  embeds: [notice(words.oldTitle, words.old)],
  components: [
    buttonRow(button(words.againButton, customId(command, 'again', id), { primary: true })),
  ],
  private: true,
});

/** The page asked for, or the last one where there are fewer, for `total` things `size` a page. */
export function pageWithin(page: number, total: number, size: number) {
  const pages = Math.max(1, Math.ceil(total / size));
  return { page: Math.min(Math.max(0, page), pages - 1), pages };
}
