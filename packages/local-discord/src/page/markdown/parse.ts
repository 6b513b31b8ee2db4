import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { blockRules } from './block-rules.ts';
import { withinLine } from './line-rules.ts';
import { linkRules } from './link-rules.ts';

/** A part of a text in Discord's Markdown, by the names that the parser has for it. */
export type Node = {
  type: string;
  content?: string | readonly Node[];
  level?: number;
  /** A link's address, always http or https. */
  target?: string;
  items?: readonly (readonly Node[])[];
  isOrdered?: boolean;
  /** The first number of a list. */
  start?: number | undefined;
  /** Of a time: seconds since 1970, and the letter of its style. */
  timestamp?: string;
  format?: string | undefined;
  id?: string;
  name?: string;
  fullName?: string;
};

const SPANS = ['em', 'strong', 'underline', 'strikethrough', 'spoiler'] as const;

/** Emoji are characters here, and not pictures. */
const { twemoji: _, ...rules } = rulesExtended;

const parser = SimpleMarkdown.parserFor({
  ...rules,
  ...Object.fromEntries(
    Object.entries(rules)
      .filter(([name]) => SPANS.some((span) => span === name))
      .map(([name, rule]) => [name, withinLine(rule)]),
  ),
  ...blockRules,
  ...linkRules,
});

/**
 * Reads a text in Discord's Markdown. Never throws.
 * @see https://support.discord.com/hc/en-us/articles/210298617
 */
export function parseMarkdown(text: string): readonly Node[] {
  return joined(parser(text, { inline: true }) as Node[]);
}

/** The parser gives a text in many small pieces, some of them halves of a character. */
function joined(nodes: readonly Node[]): readonly Node[] {
  const whole: Node[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      whole[whole.length - 1] = { type: 'text', content: `${last.content}${node.content}` };
    } else whole.push(withJoined(node));
  }
  return whole;
}

function withJoined(node: Node): Node {
  const { content, items } = node;
  if (items) return { ...node, items: items.map(joined) };
  return Array.isArray(content) ? { ...node, content: joined(content) } : node;
}

/** The words alone, on one line; what only a page can name, such as a person, is left out. */
export const plainText = (nodes: readonly Node[]): string =>
  nodes.map(wordsOf).join('').replace(/\s+/g, ' ').trim();

function wordsOf({ type, content, items }: Node): string {
  if (type === 'br') return ' ';
  if (items) return `${items.map(plainText).join(' ')} `;
  return typeof content === 'string' ? content : (content ?? []).map(wordsOf).join('');
}
