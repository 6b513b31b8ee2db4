import { openDiscord, withCommand } from 'local-discord/testing';
import { expect, test } from 'vitest';
import { describeInBrowser, openPage } from '../support/browser.ts';
import { composer, saying, send } from '../support/browser-page.ts';
import { aDocument } from '../support/documents.ts';
import { openRoom } from '../support/room.ts';

describeInBrowser('a page that asks only its own host', () => {
  test('says so in its policy', async () => {
    const { url } = await openDiscord();
    const answer = await fetch(url);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  test('what a document says is text, whatever it looks like', async () => {
    const hostile =
      '<img src=x onerror="document.title=1"><script>document.title=1</script> letter';
    const { discord } = await openRoom([
      aDocument({ id: 'hostile', title: hostile, description: `${hostile} [a](javascript:alert)` }),
    ]);
    const page = await openPage(discord.url);
    const title = await page.title();
    await send(page, '/document hostile');
    await saying(page, '<script>document.title=1</script>').waitFor();
    await composer(page).fill(hostile);
    await page.keyboard.press('Enter');
    await saying(page, '<img src=x').nth(1).waitFor();
    expect(await page.title()).toBe(title);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  });

  test('does not fetch a picture of another host', async () => {
    const { discord } = await withCommand((interaction) =>
      interaction.reply({
        embeds: [
          {
            title: 'With pictures',
            image: { url: 'https://example.org/image.png' },
            thumbnail: { url: 'https://example.org/thumbnail.png' },
            author: { name: 'An author', icon_url: 'https://example.org/icon.png' },
            footer: { text: 'A footer', icon_url: 'https://example.org/icon.png' },
          },
        ],
      }),
    );
    const page = await openPage(discord.url);
    await send(page, '/search x');
    await saying(page, 'With pictures').waitFor();
    await saying(page, 'A footer').waitFor();
  });
});
