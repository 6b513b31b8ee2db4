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
import { describeHeld } from './describe-held.ts';
import { ownPart } from './own-part.ts';

const DOING = { show, export: exportHeld, forget: askForget };
const ACTIONS = Object.keys(DOING) as (keyof typeof DOING)[];

/** `/privacy`: what is stored about a person, for that person alone. */
export const privacy = defineCommand({
  data: slashCommand('privacy', 'What is stored about you, and how to have it deleted', [
    subcommand('show', 'Everything that is stored about you'),
    subcommand('export', 'The same as a file'),
    subcommand(
      'forget',
      'Delete it: your lists and watches go, what servers share loses your name',
    ),
  ]),

  isPrivate: () => true,
  read: (options) => readChoice(options, 'subcommand', ACTIONS) ?? 'show',
  run: (action, services, invoker) => DOING[action](services, invoker),

  components: {
    export: (_component, services, invoker) => exportHeld(services, invoker),
    forget: (_component, services, invoker) => askForget(services, invoker),
    forgotten: (_component, services, invoker) => forget(services, invoker),
    stay: async () => inPlace('Nothing was deleted', 'Everything stays as it is.'),
  } satisfies Handlers<'privacy'>,
});

async function phrasesOf(userId: string, { people }: Services['store']) {
  return describeHeld(await people.held(userId), await people.mentions(userId), userId);
}

async function show({ store }: Services, { userId }: Invoker): Promise<Reply> {
  const phrases = await phrasesOf(userId, store);
  if (phrases.length === 0) return nothing();
  const words = [
    'Stored in the database of this bot:',
    ...phrases.map((phrase) => `- ${phrase}`),
    'What you type is stored in these alone. Only you can see this answer.',
  ];
  return {
    embeds: [notice('What is stored about you', words.join('\n'))],
    components: [
      buttonRow(
        button('Export as a file', customId('privacy', 'export')),
        button('Forget me', customId('privacy', 'forget'), { danger: true }),
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
    embeds: [
      notice(
        'Everything that is stored about you',
        'The rows of each table, as they stand in the database, without what others wrote or their ids. Times are in milliseconds since 1970. `mentions` says in how many other places your id was typed, such as notes of others; what they say isn’t in the file.',
      ),
    ],
    files: [{ name: 'reading-room-privacy.json', bytes: new TextEncoder().encode(content) }],
    private: true,
  };
}

async function askForget({ store }: Services, { userId }: Invoker): Promise<Reply> {
  const phrases = await phrasesOf(userId, store);
  if (phrases.length === 0) return nothing();
  const words = [
    'This can’t be undone.',
    '- **Deleted**: your own lists and your watches, the questions behind your buttons, and what was drawn for you alone.',
    '- **Kept without your name**: documents and notes in servers’ lists, documents that you added to a server, cards that you shared, discussions, the day’s post. Where others typed your id, it becomes “someone”.',
    'Cards in channels stay where they are; *Remove* under a card takes it away. Backups made until now hold your name as long as they are kept.',
  ];
  return {
    embeds: [notice('Forget you?', words.join('\n'))],
    components: [
      buttonRow(
        button('Forget me', customId('privacy', 'forgotten'), { danger: true }),
        button('Keep everything', customId('privacy', 'stay')),
      ),
    ],
    private: true,
  };
}

async function forget({ store }: Services, { userId }: Invoker): Promise<Reply> {
  await store.people.forget(userId);
  return inPlace('You are forgotten', 'Nothing in the database names you any more.');
}

const nothing = (): Reply => ({
  embeds: [notice('Nothing is stored about you', 'There is nothing to export or to delete.')],
  private: true,
});

const inPlace = (title: string, words: string): Reply => ({
  embeds: [notice(title, words)],
  private: true,
  inPlace: true,
});
