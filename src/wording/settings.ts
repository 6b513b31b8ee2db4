/** `/settings`. Roles and channels come as Discord's mentions of them. */
export const settingsWords = {
  command: {
    description: 'The settings of this server',
    memory: {
      description: 'Whether cards say when they were shared here before',
      show: 'Leave out to see the current setting',
    },
    editors: {
      description: 'Who may add documents, beside those who manage the server',
      role: 'A role that may; leave out to see the current setting',
      clear: 'Take it away again: only those who manage the server may',
    },
    mentions: {
      description: 'Whether, and where, I answer messages that mention me',
      answer: 'Leave out to see the current setting',
      channel: 'Only in this channel; use it again to add another',
    },
  },
  notInServer: 'Settings only work in a server.',

  memory: {
    title: 'Memory of cards',
    on: 'Cards say when they were shared before, and where they are discussed.',
    off: 'Cards no longer say when they were shared before. They still say if the record has changed since.',
  },

  editors: {
    title: 'Editors',
    roleAndClear: 'Choose a role, or clear the setting; not both.',
    everyone: 'Everyone may add documents here with /archive, beside those with “Manage Server”.',
    role: (role: string) =>
      `The role ${role} may add documents here with /archive, beside those with “Manage Server”.`,
    managers: 'Only those with “Manage Server” may add documents here with /archive.',
  },

  mentions: {
    title: 'Mentions',
    nowhere: 'I don’t answer messages that mention me.',
    everywhere:
      'I answer messages that mention me in all channels: documents in double brackets, links and ids with small cards, other words with a search.',
    inChannels: (channels: readonly string[]) =>
      `I answer messages that mention me in ${channels.join(', ')}: documents in double brackets, links and ids with small cards, other words with a search.`,
    cantLeaveOneOut:
      'I answer in all channels now. Name those in which I am to answer instead, with `answer:on` and a channel each.',
  },
};
