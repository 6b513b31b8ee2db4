import { type APIUser, MessageFlags } from 'discord-api-types/v10';
import { type Attachments, createAttachments } from './attachments.ts';
import { type CommandScope, createCommandScope } from './commands.ts';
import { createGuild, type Guild } from './guild.ts';
import { createInteractions, type Interaction, type Interactions } from './interactions.ts';
import { createMessages, type MessageChange, type Messages } from './messages.ts';
import { createUser } from './people.ts';
import {
  createDirectMessages,
  createTextChannel,
  createThread,
  type Place,
  readersOf,
} from './places.ts';
import { createSnowflakes } from './snowflake.ts';

/** What happens in this world, for the gateway and for those who watch. */
export type WorldEvent =
  | MessageChange
  | { type: 'interaction-opened' | 'interaction-changed'; interaction: Interaction }
  | { type: 'place-created' | 'place-changed' | 'place-deleted'; place: Place }
  | { type: 'guild-joined'; guild: Guild; general: Place }
  | { type: 'commands-changed' };

/** Everything there is on this side of the wire. */
export type World = {
  now(): number;
  nextId(): string;
  token: string;
  bot: APIUser;
  applicationId: string;
  /** The server that is there from the start. */
  guild: Guild;
  /** All servers that the bot is in, by id. */
  guilds: ReadonlyMap<string, Guild>;
  users: readonly APIUser[];
  places: ReadonlyMap<string, Place>;
  named: NamedPlaces;
  messages: Messages;
  attachments: Attachments;
  interactions: Interactions;
  /** Where interactions go by HTTP; undefined if they go over the gateway. */
  endpoint: { url: string | undefined };
  /** Commands everywhere, or those of a server that the bot is in. */
  commands: { everywhere: CommandScope; inGuild(id: string): CommandScope | undefined };
  /** Another server, with a channel #general, the same people, and the bot. */
  addGuild(name: string, id?: string): { guild: Guild; general: Place };
  /** @param id of the message that it hangs on, where there is one */
  startThread(parent: Place, name: string, id?: string): Place;
  /** A private thread, for the bot and these people. */
  startPrivateThread(parent: Place, name: string, people: readonly APIUser[]): Place;
  /** The conversation of a user with the bot, begun where there is none. */
  directMessages(user: APIUser): Place;
  /** Takes permissions from someone in a channel and its threads; 0n gives them back. */
  deny(place: Place, user: APIUser, permissions: bigint): void;
  /** Deletes a channel or a thread, with all that stands in it. */
  deletePlace(place: Place): void;
  listen(listener: (event: WorldEvent) => void): () => void;
  emit(event: WorldEvent): void;
};

/** The places that are there from the start. */
type NamedPlaces = {
  general: Place;
  archive: Place;
  /** A channel of a server that the bot is not in: only a user can bring its commands there. */
  elsewhere: Place;
  /** Direct messages between the two users, without the bot. */
  between: Place;
};

export type WorldOptions = {
  now: () => number;
  token: string;
  acknowledgeWithinMs: number;
  tokenLifetimeMs: number;
  /** Where this Discord listens, asked for when a file gets its address. */
  url: () => string;
};

/** A server with two channels, two people and the bot; one without it; and those that are added. */
export function createWorld(options: WorldOptions): World {
  const { now, token, url } = options;
  const nextId = createSnowflakes(now);
  const listeners = new Set<(event: WorldEvent) => void>();
  const emit = (event: WorldEvent) => {
    for (const listener of listeners) listener(event);
  };
  const commandsChanged = () => emit({ type: 'commands-changed' });

  const applicationId = nextId();
  const bot = createUser(applicationId, 'Reading Room', 'Reading Room', true);
  const ada = createUser(nextId(), 'ada', 'Ada');
  const ben = createUser(nextId(), 'ben', 'Ben');
  const joinedAt = new Date(now()).toISOString();
  const people = { nextId, joinedAt, ownerId: nextId(), managers: [ada], others: [ben] };
  const guilds = new Map<string, Guild>();
  const scopes = new Map<string, CommandScope>();
  const enter = (guild: Guild) => {
    guilds.set(guild.id, guild);
    scopes.set(guild.id, createCommandScope(applicationId, nextId, commandsChanged, guild.id));
  };
  const guild = createGuild({ ...people, name: 'Research team', bot });
  enter(guild);
  const otherGuild = createGuild({ ...people, name: 'Another server', bot: undefined });

  const named: NamedPlaces = {
    general: createTextChannel({ id: nextId(), name: 'general' }, guild, bot.id),
    archive: createTextChannel({ id: nextId(), name: 'archive' }, guild, bot.id),
    elsewhere: createTextChannel({ id: nextId(), name: 'elsewhere' }, otherGuild, bot.id),
    between: createDirectMessages(nextId(), [ada, ben], false),
  };
  const places = new Map(Object.values(named).map((place) => [place.id, place]));
  const add = (place: Place) => {
    places.set(place.id, place);
    emit({ type: 'place-created', place });
    return place;
  };

  const withThreads = (place: Place) =>
    [...places.values()].filter(({ id, parentId }) => id === place.id || parentId === place.id);

  const interactionsChanged = (interaction: Interaction) =>
    emit({
      type: interaction.state === 'pending' ? 'interaction-opened' : 'interaction-changed',
      interaction,
    });

  const messages = createMessages(now, nextId, emit);

  return {
    now,
    nextId,
    token,
    bot,
    applicationId,
    guild,
    guilds,
    users: [ada, ben],
    places,
    named,
    messages,
    attachments: createAttachments(nextId, url, now),
    interactions: createInteractions(now, nextId, options, interactionsChanged),
    endpoint: { url: undefined },
    commands: {
      everywhere: createCommandScope(applicationId, nextId, commandsChanged),
      inGuild: (id) => scopes.get(id),
    },
    addGuild(name, id) {
      const added = createGuild({ ...people, name, bot, id });
      enter(added);
      const general = createTextChannel({ id: nextId(), name: 'general' }, added, bot.id);
      places.set(general.id, general);
      emit({ type: 'guild-joined', guild: added, general });
      return { guild: added, general };
    },
    startThread(parent, name, id = nextId()) {
      const { message } = messages.find(id) ?? {};
      if (message) message.flags = (message.flags ?? 0) | MessageFlags.HasThread;
      return add(createThread({ id, name }, parent));
    },
    startPrivateThread: (parent, name, people) =>
      add(
        createThread({ id: nextId(), name, invited: [bot, ...people].map(({ id }) => id) }, parent),
      ),
    directMessages: (user) =>
      [...places.values()].find((place) => isWithBot(place, user)) ??
      add(createDirectMessages(nextId(), [user, bot], true)),
    deny(place, user, permissions) {
      place.denied.set(user.id, permissions);
      for (const one of withThreads(place)) {
        if (one.guild) one.readers = readersOf(one, one.guild);
        emit({ type: 'place-changed', place: one });
      }
    },
    deletePlace(place) {
      for (const one of withThreads(place)) {
        places.delete(one.id);
        emit({ type: 'place-deleted', place: one });
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit,
  };
}

const isWithBot = (place: Place, user: APIUser): boolean =>
  !place.guild && place.hasBot && place.readers.some(({ id }) => id === user.id);
