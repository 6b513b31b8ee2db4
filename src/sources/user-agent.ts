/** How the bot names itself to sources: with a way to reach the team, where one is given. */
export const userAgent = (version: string, contact: string | undefined): string =>
  `ReadingRoom/${version}${contact ? ` (+${contact})` : ''}`;

/** What to do where none is given. */
export const NO_CONTACT =
  'SOURCES_CONTACT is not set: put an e-mail or web address there, by which those who run your sources can reach you before they lock you out.';
