import { type REST, Routes } from 'discord.js';
import { z } from 'zod';

/** The application that a token is of. */
const Application = z.object({
  id: z.string(),
  /** What its interactions are signed with, as 64 hexadecimal digits. */
  verify_key: z.string(),
});
type Application = z.infer<typeof Application>;

/**
 * Asks Discord which application the client's token is of.
 * @throws what the client throws, or ZodError if what answers isn't Discord
 */
export const fetchApplication = async (rest: REST, signal?: AbortSignal): Promise<Application> =>
  Application.parse(await rest.get(Routes.currentApplication(), { signal }));
