/** What a bot, its tests and its scripts use of a local Discord. */
export type { Actor } from './control/actor.ts';
export { readCommandLine } from './control/command-line.ts';
export { formatMessage } from './control/format-message.ts';
export { NotSent } from './control/not-sent.ts';
export type { Outcome } from './control/outcome.ts';
export type { OutcomeJson } from './control/to-outcome-json.ts';
export {
  type LocalDiscord,
  type LocalDiscordOptions,
  startLocalDiscord,
} from './local-discord.ts';
export { flatten } from './rules/component-tree.ts';
