/** Threads in which a document is discussed. Threads and people come as Discord's mentions. */
export const discussionWords = {
  title: 'Discussion',
  isOpen: (thread: string) => `The discussion is open: ${thread}.`,
  isOpenAlready: (thread: string) => `This channel is discussing it in ${thread}.`,
  startedBy: (person: string) => `Discussion started by ${person}`,

  notInServer: 'Discussions can only be opened in a server channel.',
  inThread: 'You’re already in a thread: discuss the document right here.',
  notMember: 'I can only open threads in servers that I’ve been added to.',
  cardGone: 'I couldn’t open a thread on this card. Was it deleted?',
};
