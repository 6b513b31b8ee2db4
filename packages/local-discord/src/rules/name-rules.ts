import { type Violation, violation } from './violation.ts';

/** @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** The name of a slash command or of an option: lower case where the script has one. */
export const nameViolations = (name: string): readonly Violation[] =>
  NAME.test(name) && name === name.toLowerCase()
    ? []
    : [violation(['name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
