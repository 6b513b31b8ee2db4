import type { APIEmbed } from 'discord-api-types/v10';
import { expect } from 'vitest';

/**
 * Holds embeds against Discord's limits, written down here a second time on purpose.
 * @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 */
export function expectWithinLimits(embeds: readonly APIEmbed[]): void {
  let all = 0;
  for (const { title, description, fields = [], footer, author, url } of embeds) {
    const within = (text: string | undefined, most: number) => {
      expect(text?.length ?? 0).toBeLessThanOrEqual(most);
      if (text !== undefined) expect(text.trim()).not.toBe('');
      all += text?.length ?? 0;
    };
    within(title, 256);
    within(description, 4096);
    within(footer?.text, 2048);
    within(author?.name, 256);
    expect(fields.length).toBeLessThanOrEqual(25);
    for (const field of fields) {
      within(field.name, 256);
      within(field.value, 1024);
    }
    if (url !== undefined) expect(url).toMatch(/^https?:\/\//);
  }
  expect(all).toBeLessThanOrEqual(6000);
}
