import type { Element } from './elements.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<"]/g, (sign) => ESCAPES[sign] ?? '');

/** Writes an element as XML, without its prefixes. */
export function serializeElement({ name, attributes, content }: Element): string {
  const tag = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`),
  ];
  const inside = content.map((part) =>
    typeof part === 'string' ? escaped(part) : serializeElement(part),
  );
  return `<${tag.join(' ')}>${inside.join('')}</${name}>`;
}
