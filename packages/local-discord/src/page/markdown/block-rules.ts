import { rulesExtended } from 'discord-markdown-parser';
import { lineOf, ofLines, type Rule } from './line-rules.ts';
import { listRule } from './list-rule.ts';

const order = (name: string): number => rulesExtended[name]?.order ?? 0;

const heading: Rule = {
  order: order('heading'),
  match: (source) => /^(#{1,3}) +([^\n]+)(?:\n|$)/.exec(source),
  parse: ([, marks = '', text = ''], parse, state) => ({
    level: marks.length,
    content: parse(text.trim(), state),
  }),
};

const subtext: Rule = {
  order: order('subtext'),
  match: (source) => /^-# +([^\n]+)(?:\n|$)/.exec(source),
  parse: ([, text = ''], parse, state) => ({ content: parse(text.trim(), state) }),
};

const QUOTED_LINES = /^ *>(?!>>) [^\n]*(?:\n *>(?!>>) [^\n]*)*(?:\n|$)/;
const QUOTED_REST = /^ *>>> ([\s\S]*)/;

const blockQuote: Rule = {
  order: order('blockQuote'),
  match: (source, { inQuote }) =>
    inQuote ? null : (QUOTED_REST.exec(source) ?? QUOTED_LINES.exec(source)),
  parse: ([lines = '', rest], parse, state) => ({
    content: parse((rest ?? lines.replace(/^ *> /gm, '')).replace(/\n$/, ''), {
      ...state,
      inQuote: true,
    }),
  }),
};

/** The line break after a block belongs to it. */
const codeBlock: Rule = {
  order: order('codeBlock'),
  match: (source) => /^```(?:[\w+\-.#]+\n+)?\n*([\s\S]+?)\n*```\n?/.exec(source),
  parse: ([, text = '']) => ({ content: text }),
};

/** What takes whole lines; each ends with its last line's break. */
export const blockRules: Record<string, Rule> = {
  heading: lineOf(heading),
  subtext: lineOf(subtext),
  blockQuote: ofLines(blockQuote),
  list: ofLines(listRule),
  codeBlock,
};
