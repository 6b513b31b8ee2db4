import type { Element } from './elements.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<"]/g, (sign) => ESCAPES[sign] ?? '');

/** An element as XML again, for what can't be taken; its prefixes are left out. */
export function printElement({ name, attributes, content }: Element): string {
  const tag = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`),
  ];
  const inside = content.map((part) =>
    typeof part === 'string' ? escaped(part) : printElement(part),
  );
  return `<${tag.join(' ')}>${inside.join('')}</${name}>`;
}
