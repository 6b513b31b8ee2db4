import { withoutPunctuation } from '../catalogue-text.ts';
import type { Element } from '../elements.ts';
import { children, textOf } from '../inside.ts';

/**
 * The title of a record and its other titles, each in one line.
 * @see https://www.loc.gov/standards/mods/userguide/titleinfo.html
 */
export function titlesIn(mods: Element): { title: string; others: readonly string[] } {
  const titles = children(mods, 'titleInfo').filter((title) => textOf(title));
  const main =
    titles.find(({ attributes }) => attributes.usage === 'primary') ??
    titles.find(({ attributes }) => !attributes.type) ??
    titles[0];
  const title = writtenTitle(main);
  const others = titles.filter((other) => other !== main).map(writtenTitle);
  return { title, others: [...new Set(others)].filter((other) => other !== title) };
}

/** `The Letters: A Selection. Part 2, Berlin`. */
export function writtenTitle(info: Element | undefined): string {
  if (!info) return '';
  const part = (name: string) =>
    children(info, name)
      .map((one) => textOf(one))
      .filter(Boolean);
  const article = part('nonSort').join(' ');
  // An elided article, as in L'Avenir, stands without a blank.
  const title = `${article}${/[\p{L}\p{N}.]$/u.test(article) ? ' ' : ''}${part('title').join(' ')}`;
  const subtitled = [withoutPunctuation(title), ...part('subTitle').map(withoutPunctuation)];
  const parts = [...part('partNumber'), ...part('partName')].map(withoutPunctuation);
  return [subtitled.filter(Boolean).join(': '), parts.join(', ')].filter(Boolean).join('. ');
}
