import {
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
} from 'discord.js';
import type { LocalDiscord } from '../src/local-discord.ts';
import { connectClient, declare, openDiscord } from './open-discord.ts';

/** A local Discord with the real client in it, which answers as told. */
export async function withBot(
  answer: (interaction: Interaction) => Promise<unknown>,
): Promise<{ discord: LocalDiscord; client: Client<true> }> {
  const discord = await openDiscord();
  await declare(discord);
  const client = await connectClient(discord);
  client.on(Events.InteractionCreate, answer);
  return { discord, client };
}

/** The same, with a client that answers commands only. */
export const withCommand = (
  answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>,
) => withBot(async (interaction) => interaction.isChatInputCommand() && answer(interaction));
