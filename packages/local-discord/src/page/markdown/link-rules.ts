import { rulesExtended } from 'discord-markdown-parser';
import { type Rule, withinLine } from './line-rules.ts';

const order = (name: string): number => rulesExtended[name]?.order ?? 0;

/** One pair of brackets may stand within the words, one pair of parentheses within the address. */
const MASKED =
  /^\[((?:\\[\s\S]|\[[^[\]\n]*\]|[^[\]\\\n])+)\]\(<?(https?:\/\/(?:[^\s()<>\\]|\\.|\([^\s()<>]*\))+)>?(?: +"[^"\n]*")?\)/;

const masked: Rule = {
  order: order('link'),
  match: (source, { inLink }) => (inLink ? null : MASKED.exec(source)),
  parse: ([, words = '', address = ''], parse, state) => ({
    target: address.replace(/\\([^\dA-Za-z\s])/g, '$1'),
    content: parse(words, { ...state, inLink: true }),
  }),
};

const bare = (name: string, pattern: RegExp): Rule => ({
  order: order(name),
  match: (source, { inLink }) => (inLink ? null : pattern.exec(source)),
  parse: ([, address]) => ({
    type: 'link',
    target: address,
    content: [{ type: 'text', content: address }],
  }),
});

/** Links: only to the web, and none within another. */
export const linkRules: Record<string, Rule> = {
  link: withinLine(masked),
  autolink: bare('autolink', /^<(https?:\/\/[^\s<>]+)>/i),
  url: bare('url', /^(https?:\/\/[^\s<]+[^<.,:;"'\]\s)])/i),
};
