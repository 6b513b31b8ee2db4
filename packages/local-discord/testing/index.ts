/** For tests with vitest, of a bot or of this Discord itself; whatever is opened closes with the test. */
export * from './open-discord.ts';
export * from './with-bot.ts';
