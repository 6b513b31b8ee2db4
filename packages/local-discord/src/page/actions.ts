import { typeText } from './composer/actions.ts';
import { fieldId } from './composer/box.ts';
import { sendable } from './composer/commands.ts';
import { EMPTY } from './composer/composer.ts';
import type { Choice } from './composer/draft.ts';
import { editBoxId, editButtonId, isOwn } from './message/own-message.ts';
import type { MessageActions } from './message-context.ts';
import { Refusal, type Requests } from './requests.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

/** What a person can do on the page, the box for writing aside. */
export type Actions = MessageActions & {
  /** Opens what the person wrote last in a place for editing. */
  editLast(placeId: string): void;
  /** Sends a command. Rejects with Refusal. */
  command(name: string, values: Record<string, Choice['value']>): Promise<void>;
  /** Does the same from a suggestion; a refusal is shown. */
  suggest(name: string, values: Record<string, Choice['value']>): void;
  loadCommands(): Promise<void>;
  submitForm(values: Record<string, string>): void;
  closeForm(): void;
};

/** @param ask what carries the actions out */
export function createActions(store: Store<State>, ask: Requests): Actions {
  /** Carries something out; a refusal is shown, anything else means that nobody is there. */
  const attempt = async (act: () => Promise<unknown>, refuse: (reason: string) => void) => {
    try {
      await act();
    } catch (error) {
      refuse(error instanceof Refusal ? error.message : 'This Discord cannot be reached.');
    }
  };
  const show = (refusal: string) => store.set({ refusal });
  const openForm = ({ interaction, modal }: Awaited<ReturnType<Requests['click']>>) => {
    if (modal) store.set({ form: { interaction, modal, refusal: undefined } });
  };
  const toBot = (sending: () => ReturnType<Requests['click']>) => {
    store.set({ refusal: undefined });
    return attempt(async () => openForm(await sending()), show);
  };

  const edit = (id: string) => {
    store.set({ editing: { id, refusal: undefined }, refusal: undefined });
    focusOn(editBoxId(id));
  };
  const stopEditing = () => {
    const { editing } = store.get();
    store.set({ editing: undefined });
    if (editing) focusOn(editButtonId(editing.id));
  };

  return {
    click: (messageId, customId) => void toBot(() => ask.click(messageId, customId)),
    select: (messageId, customId, values) =>
      void toBot(() => ask.select(messageId, customId, values)),
    command: async (name, values) => openForm(await ask.command(name, values)),
    onMessage: (name, messageId) => void toBot(() => ask.onMessage(name, messageId)),
    suggest: (name, values) => void toBot(() => ask.command(name, values)),
    dismiss: (id) => void attempt(() => ask.dismiss(id), show),
    edit,
    editLast(placeId) {
      const { view } = store.get();
      const last = view?.messages.findLast(
        (message) => message.channel_id === placeId && isOwn(message, view),
      );
      if (last) edit(last.id);
    },
    saveEdit: (id, content) =>
      void attempt(
        async () => {
          await ask.edit(id, content);
          stopEditing();
        },
        (refusal) => store.set({ editing: { id, refusal } }),
      ),
    stopEditing,
    delete: (id) =>
      void attempt(async () => {
        await ask.delete(id);
        focusOn(fieldId('text'));
      }, show),
    openPlace(placeId) {
      store.set({ placeId, isListOpen: false, composer: EMPTY, refusal: undefined });
    },
    openMessage(placeId, messageId) {
      store.set({ placeId, isListOpen: false, composer: EMPTY, refusal: undefined });
      // After the place is drawn, and scrolled to its end.
      setTimeout(() => reveal(messageId), 100);
    },
    startThread: (messageId) =>
      void attempt(async () => {
        const { id } = await ask.thread(messageId, threadName(store.get(), messageId));
        store.set({ placeId: id, composer: EMPTY });
      }, show),
    loadCommands: () =>
      attempt(async () => {
        const [commands, ofMessages] = await Promise.all([ask.commands(), ask.messageCommands()]);
        const messageCommands = ofMessages.map(({ name }) => name);
        const known = sendable(commands);
        const { composer } = store.get();
        // A command may have been typed before it was known.
        const read = composer.draft ? composer : typeText(composer, composer.text, known);
        store.set({ commands: known, messageCommands, composer: read.draft ? read : composer });
      }, show),
    submitForm(values) {
      const { form } = store.get();
      if (!form) return;
      void attempt(
        async () => {
          const outcome = await ask.submit(form.interaction, values);
          store.set({ form: undefined });
          openForm(outcome);
        },
        (refusal) => store.set({ form: { ...form, refusal } }),
      );
    },
    closeForm: () => store.set({ form: undefined }),
  };
}

/** Goes to something once it is drawn; in a box, behind its text. */
function focusOn(id: string): void {
  setTimeout(() => {
    const found = document.getElementById(id);
    found?.focus();
    if (found instanceof HTMLTextAreaElement) found.setSelectionRange(-1, -1);
  }, 50);
}

/** Scrolls to a message and goes there; one that is gone is passed over. */
function reveal(messageId: string): void {
  const message = document.getElementById(`message-${messageId}`);
  message?.setAttribute('tabindex', '-1');
  message?.scrollIntoView({ block: 'center' });
  message?.focus({ preventScroll: true });
}

/** A thread is named by what it is about: a card's title, or the message's first words. */
function threadName({ view }: State, messageId: string): string {
  const message = view?.messages.find(({ id }) => id === messageId);
  const title = message?.embeds[0]?.title ?? message?.embeds[0]?.author?.name;
  const text = (title || message?.content || 'Discussion').replace(/[\\*_~`]/g, '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
