/** Cards that all in a channel see. Titles come as plain text where they are in quotation marks, people as Discord's mentions. */
export const sharingWords = {
  /** With which a shared card begins: by it the bot knows whose it is. */
  sharedBy: (person: string) => `Shared by ${person}`,
  /** @param url of the message */
  shared: (url: string) => `Shared here: ${url}`,
  note: {
    title: 'Share with a note',
    label: 'Your note',
    description: (title: string) => `Stands above the card of “${title}”`,
  },
  onlySharer:
    'Only the person who posted this card, or someone with “Manage Messages”, can remove it.',
  changed: {
    title: 'Changed since',
    text: (day: string) => `This record has changed since its card was shared on ${day}.`,
  },
};
