/** What a bot, its tests and its scripts use of a local Discord. */
export type { Actor } from './control/actor.ts';
export type { OutcomeJson } from './control/describe-outcome.ts';
export { messageText } from './control/message-text.ts';
export type { Outcome } from './control/outcome.ts';
export {
  type LocalDiscord,
  type LocalDiscordOptions,
  startLocalDiscord,
} from './local-discord.ts';
export { flatten } from './rules/component-tree.ts';
