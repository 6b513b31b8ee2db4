import { Hono } from 'hono';
import {
  array,
  boolean,
  number,
  object,
  optional,
  record,
  string,
  union,
  type ZodMiniType,
} from 'zod/mini';
import type { World } from '../world/world.ts';
import { type Actor, createActor, type Where } from './actor.ts';
import { deleteMessage, dismiss, editMessage, sendMessage, startThread } from './conversation.ts';
import type { Outcome } from './outcome.ts';
import { type RequestContext, readJson, readRequestContext } from './request-context.ts';
import { toOutcomeJson } from './to-outcome-json.ts';
import { receiveFile } from './uploads.ts';

const Values = optional(record(string(), union([string(), number(), boolean()])));
const Command = object({ name: string(), values: Values });
const MessageCommand = object({ name: string(), message: string() });
const Line = object({ line: string() });
const Typed = object({ name: string(), option: string(), typed: string(), others: Values });
const Click = object({ message: string(), customId: string() });
const Choice = object({ message: string(), customId: string(), values: array(string()) });
const Form = object({ interaction: string(), values: record(string(), string()) });
const Said = object({ content: string(), files: optional(array(string())) });
const Edit = object({ id: string(), content: string() });
const NewThread = object({ message: string(), name: string() });
const Dismissal = object({ id: string() });

/**
 * What a person can do. What goes to the bot waits for the whole answer, or only for its
 * acknowledgement with `wait=false`.
 */
export function actionRoutes(world: World): Hono {
  const routes = new Hono();
  const post = <Body>(
    path: string,
    schema: ZodMiniType<Body>,
    carryOut: (
      requestContext: RequestContext,
      body: Body,
      waits: boolean,
    ) => object | Promise<object>,
  ) =>
    routes.post(path, async (context) => {
      const asked = readRequestContext(world, context);
      const body = await readJson(context, schema);
      return context.json(await carryOut(asked, body, context.req.query('wait') !== 'false'));
    });
  const send = <Body>(
    path: string,
    schema: ZodMiniType<Body>,
    act: (actor: Actor, body: Body, where: Where) => Promise<Outcome>,
  ) =>
    post(path, schema, async ({ user, place }, body, waits) => {
      const outcome = await act(createActor(world, user), body, { channel: place.id });
      return toOutcomeJson(outcome, waits);
    });

  send('/command', Command, (actor, { name, values }, where) => actor.command(name, values, where));
  send('/message-command', MessageCommand, (actor, { name, message }) =>
    actor.onMessage(name, message),
  );
  send('/line', Line, (actor, { line }, where) => actor.type(line, where));
  send('/click', Click, (actor, { message, customId }) => actor.click(message, customId));
  send('/select', Choice, (actor, { message, customId, values }) =>
    actor.select(message, customId, values),
  );
  send('/submit', Form, (actor, { interaction, values }) => actor.submit(interaction, values));

  post('/autocomplete', Typed, ({ user, place }, { name, option, typed, others }) =>
    createActor(world, user).autocomplete(name, option, typed, others, { channel: place.id }),
  );
  post('/complete', Line, ({ user, place }, { line }) =>
    createActor(world, user).complete(line, { channel: place.id }),
  );
  post('/say', Said, ({ user, place }, { content, files }) =>
    sendMessage(world, user, place, content, files),
  );
  routes.post('/upload', async ({ req, json }) => {
    const bytes = new Uint8Array(await req.arrayBuffer());
    return json({ id: receiveFile(world, { name: req.query('name') ?? '', bytes }) });
  });
  post('/edit', Edit, ({ user }, edit) => editMessage(world, user, edit));
  post('/delete', Dismissal, ({ user }, { id }) => deleteMessage(world, user, id));
  post('/thread', NewThread, ({ user }, { message, name }) =>
    startThread(world, user, { messageId: message, name }),
  );
  post('/dismiss', Dismissal, ({ user }, { id }) => dismiss(world, user, id));
  return routes;
}
