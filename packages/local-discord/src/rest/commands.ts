import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
} from 'discord-api-spec/zod';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { check } from '../rules/check.ts';
import { commandNameViolations, commandViolations } from '../rules/command-rules.ts';
import { readCommandForms } from '../rules/lenient.ts';
import { InvalidForm, violation } from '../rules/violation.ts';
import type { CommandScope, NewCommand } from '../world/commands.ts';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { ApiError } from './api-error.ts';
import { readId } from './look-up.ts';
import { readBody } from './read-body.ts';

const MAX_COMMANDS = 100;

/** Declaring commands, everywhere or in one server. */
export function commandRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  for (const base of [
    '/applications/:application/commands',
    '/applications/:application/guilds/:guild/commands',
  ]) {
    const scope = (context: Context) => findScope(world, context);
    api.get(base, (context) => context.json(scope(context).list().map(listed(context))));
    api.post(base, async (context) => {
      const commands = scope(context);
      const { command, isNew } = commands.put(declare((await read(context)) as object));
      return context.json(command, isNew ? 201 : 200);
    });
    api.put(base, async (context) => {
      const commands = scope(context);
      return context.json(commands.replaceAll(declareAll(await read(context))));
    });
    api.get(`${base}/:command`, (context) => context.json(find(scope(context), context)));
    api.patch(`${base}/:command`, async (context) => {
      const commands = scope(context);
      const { id, ...old } = find(commands, context);
      const body = readCommandForms(await read(context));
      const changes = check(ApplicationCommandPatchRequestPartialSchema, body);
      return context.json(commands.change(id, declare({ ...old, ...changes })));
    });
    api.delete(`${base}/:command`, (context) => {
      const commands = scope(context);
      commands.remove(find(commands, context).id);
      return context.body(null, 204);
    });
  }
  return api;
}

async function read(context: Context<ApiEnv>): Promise<unknown> {
  const { body } = await readBody(context);
  context.set('body', body);
  return body;
}

function findScope(world: World, context: Context): CommandScope {
  if (readId(context, 'application') !== world.applicationId) {
    throw new ApiError('unknownApplication');
  }
  if (context.req.param('guild') === undefined) return world.commands.everywhere;
  const ofGuild = world.commands.inGuild(readId(context, 'guild'));
  if (!ofGuild) throw new ApiError('missingAccess');
  return ofGuild;
}

function find(scope: CommandScope, context: Context): APIApplicationCommand {
  const command = scope.find(readId(context, 'command'));
  if (!command) throw new ApiError('unknownCommand');
  return command;
}

/** A list leaves translations out unless they are asked for. */
const listed = (context: Context) => (command: APIApplicationCommand) => {
  if (context.req.query('with_localizations') === 'true') return command;
  const { name_localizations, description_localizations, ...rest } = command;
  return rest;
};

const declare = (body: object, prefix: readonly number[] = []): NewCommand =>
  check(
    ApplicationCommandCreateRequestSchema,
    readCommandForms(body),
    [(command) => commandViolations(command as NewCommand)],
    prefix,
  ) as NewCommand;

/** @throws InvalidForm with the violations of all commands, each under its place in the list */
function declareAll(body: unknown): readonly NewCommand[] {
  if (!Array.isArray(body)) {
    const message = 'Only iterables may be used in a ListType.';
    throw new InvalidForm([violation([], 'LIST_TYPE_CONVERT', message)]);
  }
  if (body.length > MAX_COMMANDS) throw new ApiError('tooManyCommands');
  const violations = body.flatMap((command, index) => {
    try {
      declare(command, [index]);
      return [];
    } catch (error) {
      if (error instanceof InvalidForm) return error.violations;
      throw error;
    }
  });
  if (violations.length > 0) throw new InvalidForm(violations);
  const commands = body.map((command) => declare(command));
  const clashes = commandNameViolations(commands);
  if (clashes.length > 0) throw new InvalidForm(clashes);
  return commands;
}
