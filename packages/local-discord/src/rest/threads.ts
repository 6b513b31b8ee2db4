import {
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
} from 'discord-api-spec/zod';
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { check } from '../rules/check.ts';
import { toApiChannel } from '../world/places.ts';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { ApiError } from './api-error.ts';
import { findMessage, findPlace, readId, requirePermission } from './look-up.ts';
import { readBody } from './read-body.ts';

/** Threads, begun at a message, whose id they then share, or on their own. */
export function threadRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  api.post('/channels/:channel/threads', async (context) => {
    const parent = findPlace(world, readId(context, 'channel'));
    requirePermission(world, parent, Permission.CreatePublicThreads);
    const { body } = await readBody(context);
    context.set('body', body);
    const { name } = check(CreateTextThreadWithoutMessageRequestSchema, body);
    return context.json(toApiChannel(world.startThread(parent, name), world.bot), 201);
  });
  api.post('/channels/:channel/messages/:message/threads', async (context) => {
    const parent = findPlace(world, readId(context, 'channel'));
    const { message } = findMessage(world, parent, readId(context, 'message'));
    requirePermission(world, parent, Permission.CreatePublicThreads);
    if (world.places.has(message.id)) throw new ApiError('threadExists');
    const { body } = await readBody(context);
    context.set('body', body);
    const { name } = check(CreateTextThreadWithMessageRequestSchema, body);
    const thread = world.startThread(parent, name, message.id);
    return context.json(toApiChannel(thread, world.bot), 201);
  });
  return api;
}
