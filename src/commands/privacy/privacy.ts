import { button, buttonRow } from '../../cards/components.ts';
import { notice } from '../../cards/notice.ts';
import { customId } from '../../cards/routes.ts';
import {
  defineCommand,
  type Handlers,
  type Invoker,
  type Reply,
  type Services,
} from '../../interactions/command.ts';
import { slashCommand, subcommand } from '../../interactions/declaration.ts';
import { readChoice } from '../../interactions/read-options.ts';
import { privacyWords } from '../../wording/privacy.ts';
import { describeHeld } from './describe-held.ts';
import { ownPart } from './own-part.ts';

const { command } = privacyWords;
const DOING = { show, export: exportHeld, forget: askForget };
const ACTIONS = Object.keys(DOING) as (keyof typeof DOING)[];

/** `/privacy`: what is stored about a person, for that person alone. */
export const privacy = defineCommand({
  data: slashCommand('privacy', command.description, [
    subcommand('show', command.show),
    subcommand('export', command.export),
    subcommand('forget', command.forget),
  ]),

  isPrivate: () => true,
  read: (options) => readChoice(options, 'subcommand', ACTIONS) ?? 'show',
  run: (action, services, invoker) => DOING[action](services, invoker),

  components: {
    export: (_component, services, invoker) => exportHeld(services, invoker),
    forget: (_component, services, invoker) => askForget(services, invoker),
    forgotten: (_component, services, invoker) => forget(services, invoker),
    stay: async () => inPlace(privacyWords.kept),
  } satisfies Handlers<'privacy'>,
});

async function phrasesOf(userId: string, { people }: Services['store']) {
  return describeHeld(await people.held(userId), await people.mentions(userId), userId);
}

async function show({ store }: Services, { userId }: Invoker): Promise<Reply> {
  const phrases = await phrasesOf(userId, store);
  if (phrases.length === 0) return nothing();
  const words = privacyWords.show;
  return {
    embeds: [notice(words.title, words.text(phrases))],
    components: [
      buttonRow(
        button(words.exportButton, customId('privacy', 'export')),
        button(words.forgetButton, customId('privacy', 'forget'), { danger: true }),
      ),
    ],
    private: true,
  };
}

async function exportHeld({ store, now }: Services, { userId }: Invoker): Promise<Reply> {
  const stored = ownPart(await store.people.held(userId), userId);
  const mentions = await store.people.mentions(userId);
  const content = JSON.stringify({ user: userId, exportedAt: now(), stored, mentions }, null, 2);
  return {
    embeds: [notice(privacyWords.exported.title, privacyWords.exported.text)],
    files: [{ name: 'reading-room-privacy.json', bytes: new TextEncoder().encode(content) }],
    private: true,
  };
}

async function askForget({ store }: Services, { userId }: Invoker): Promise<Reply> {
  const phrases = await phrasesOf(userId, store);
  if (phrases.length === 0) return nothing();
  const words = privacyWords.forget;
  return {
    embeds: [notice(words.title, words.text)],
    components: [
      buttonRow(
        button(words.yes, customId('privacy', 'forgotten'), { danger: true }),
        button(words.no, customId('privacy', 'stay')),
      ),
    ],
    private: true,
  };
}

async function forget({ store }: Services, { userId }: Invoker): Promise<Reply> {
  await store.people.forget(userId);
  return inPlace(privacyWords.forgotten);
}

const nothing = (): Reply => ({
  embeds: [notice(privacyWords.nothing.title, privacyWords.nothing.text)],
  private: true,
});

const inPlace = ({ title, text }: { title: string; text: string }): Reply => ({
  embeds: [notice(title, text)],
  private: true,
  inPlace: true,
});
