import type { Page } from './load-page.ts';

/** Browsers write down where they saved a page from. */
const SAVED_FROM = /^\s*saved from url=\(\d+\)(\S+)/i;

/** The address of a saved page; undefined if it doesn't state it. */
export function addressOf({ find }: Page): string | undefined {
  const saved = find
    .root()
    .contents()
    .toArray()
    .map((node) => (node.type === 'comment' ? SAVED_FROM.exec(node.data)?.[1] : undefined));
  return [
    find('link[rel=canonical]').attr('href'),
    find('meta[property="og:url"]').attr('content'),
    ...saved,
  ].find(isWeb);
}

/** Gives a link's address; undefined if the page doesn't state on which site it is. */
export function linksOf(page: Page): (href: string | undefined) => string | undefined {
  const address = addressOf(page);
  const base = page.find('base[href]').attr('href');
  const from = base && URL.canParse(base, address) ? new URL(base, address).href : address;
  return (href) => {
    const link = href?.trim();
    if (!link || !URL.canParse(link, from)) return undefined;
    const { href: whole } = new URL(link, from);
    return isWeb(whole) ? whole : undefined;
  };
}

const isWeb = (address: string | undefined): boolean => /^https?:\/\//i.test(address ?? '');
