import { setFlagsFromString } from 'node:v8';

/**
 * Lets this process collect what it no longer needs sooner: it gets by with a third less memory, for
 * a tenth more time. For imports, which make much that is soon forgotten, and for what runs beside the bot.
 * @see https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export function setMemoryFlags(): void {
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--max-semi-space-size=4');
}
