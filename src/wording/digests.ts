import { count } from './count.ts';

/** What a watch tells. What is watched, and its owner, come as Markdown. */
export const digestWords = {
  /** One of the numbers may be 0. */
  title: (fresh: number, changed: number, watched: string) => {
    const parts = [
      ...(fresh > 0 ? [`${count(fresh)} new`] : []),
      ...(changed > 0 ? [`${count(changed)} changed`] : []),
    ];
    return `${parts.join(', ')} for ${watched}`;
  },
  watchedBy: (owner: string) => `Watched by ${owner}.`,
  more: (documents: number) =>
    `…and ${count(documents)} more. *Search* shows them among all others.`,
  addedElsewhere: 'What people have added to a server can be opened there alone.',
  footer: 'A watch',
  search: 'Search',
  stop: 'Stop watching',
};
