import type { APIUser } from 'discord-api-types/v10';
import type { Context } from 'hono';
import { safeParse, type ZodMiniType } from 'zod/mini';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';
import { NotSent } from './not-sent.ts';
import { resolveChannel, resolveUser } from './resolve-channel.ts';

/** Who asks, and where: `?as=USER&channel=CHANNEL`, each by id or name. */
export type RequestContext = { user: APIUser; place: Place };

/** @throws NotSent for an unknown person or channel */
export function readRequestContext(world: World, { req }: Context): RequestContext {
  const user = resolveUser(world, req.query('as') ?? 'ada');
  return { user, place: resolveChannel(world, user, req.query('channel')) };
}

/** @throws NotSent for a body of another form, with its fields */
export async function readJson<Body>({ req }: Context, schema: ZodMiniType<Body>): Promise<Body> {
  const body: unknown = await req.json().catch(() => undefined);
  const read = safeParse(schema, body);
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path }) => path.join('.') || 'the body').join(', ');
  throw new NotSent(`The request lacks something, or has it in another form: ${fields}.`);
}
