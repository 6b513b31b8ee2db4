import { type Context, Hono } from 'hono';
import {
  array,
  boolean,
  number,
  object,
  optional,
  record,
  safeParse,
  string,
  union,
  type ZodMiniType,
} from 'zod/mini';
import type { Exchange } from '../rest/exchanges.ts';
import type { Choices } from '../world/interactions.ts';
import { describePlace } from '../world/places.ts';
import type { World } from '../world/world.ts';
import { type Actor, createActor, type Where } from './actor.ts';
import { availableCommands } from './available-commands.ts';
import { describeOutcome } from './describe-outcome.ts';
import { NotSent } from './not-sent.ts';
import type { Outcome } from './outcome.ts';
import { findPlaceFor, findUser } from './whereabouts.ts';

const Values = optional(record(string(), union([string(), number(), boolean()])));
const Command = object({ name: string(), values: Values });
const Line = object({ line: string() });
const Typed = object({ name: string(), option: string(), typed: string(), others: Values });
const Click = object({ message: string(), customId: string() });
const Choice = object({ message: string(), customId: string(), values: array(string()) });
const Form = object({ interaction: string(), values: record(string(), string()) });

/**
 * What a person can see and do here, over HTTP: `?as=USER&channel=CHANNEL`, each by id or name.
 * An action waits for the whole answer, or only for its acknowledgement with `wait=false`. What
 * Discord's client would refuse is answered with 400 and `{ "error": "a sentence" }`.
 */
export function controlRoutes(world: World, exchanges: readonly Exchange[]): Hono {
  const control = new Hono();
  const whoAndWhere = ({ req }: Context) => {
    const user = findUser(world, req.query('as') ?? 'ada');
    return { user, place: findPlaceFor(world, user, req.query('channel')) };
  };

  control.get('/', ({ json }) =>
    json({
      bot: world.bot,
      users: world.users,
      guild: { id: world.guild.id, name: world.guild.name },
      channels: [...world.places.values()].map((place) => describePlace(place, world.bot)),
    }),
  );
  control.get('/exchanges', ({ json }) => json(exchanges));
  control.get('/commands', (context) => {
    const { user, place } = whoAndWhere(context);
    return context.json(availableCommands(world, user, place));
  });
  control.get('/messages', (context) => {
    const { user, place } = whoAndWhere(context);
    return context.json(world.messages.list(place, user.id).map(({ message }) => message));
  });

  const action = <Body>(
    path: string,
    schema: ZodMiniType<Body>,
    carryOut: (actor: Actor, body: Body, where: Where) => Promise<Outcome | Choices>,
  ) =>
    control.post(path, async (context) => {
      const { user, place } = whoAndWhere(context);
      const body = await readJson(context, schema);
      const result = await carryOut(createActor(world, user), body, { channel: place.id });
      const waits = context.req.query('wait') !== 'false';
      return context.json(Array.isArray(result) ? result : await describeOutcome(result, waits));
    });
  action('/command', Command, (actor, { name, values }, where) =>
    actor.command(name, values, where),
  );
  action('/line', Line, (actor, { line }, where) => actor.type(line, where));
  action('/autocomplete', Typed, (actor, { name, option, typed, others }, where) =>
    actor.autocomplete(name, option, typed, others, where),
  );
  action('/complete', Line, (actor, { line }, where) => actor.complete(line, where));
  action('/click', Click, (actor, { message, customId }) => actor.click(message, customId));
  action('/select', Choice, (actor, { message, customId, values }) =>
    actor.select(message, customId, values),
  );
  action('/submit', Form, (actor, { interaction, values }) => actor.submit(interaction, values));

  control.onError((error, { json }) => {
    if (error instanceof NotSent) return json({ error: error.message }, 400);
    throw error;
  });
  return control;
}

async function readJson<Body>({ req }: Context, schema: ZodMiniType<Body>): Promise<Body> {
  const body: unknown = await req.json().catch(() => undefined);
  const read = safeParse(schema, body);
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path }) => path.join('.') || 'the body').join(', ');
  throw new NotSent(`The request lacks something, or has it in another form: ${fields}.`);
}
