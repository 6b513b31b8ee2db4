import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createAttachments } from '../../src/discord/attachments.ts';

/** A host of files on this machine, as a Discord of our own is one. */
async function openHost(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const file = (url: string, size = 5) => ({ id: '1', filename: 'a.csv', size, url });

test('a file comes from the Discord that the bot is in', async () => {
  const host = await openHost((_, response) => response.end('title'));
  const bytes = await createAttachments({ apiUrl: `${host}/api` }).download(file(host), 10);
  expect(Buffer.from(bytes).toString()).toBe('title');
});

test.each([
  'https://example.org/a.csv',
  'http://cdn.discordapp.com/a.csv',
  'https://cdn.discordapp.com.example.org/a.csv',
  'https://cdn.discordapp.com@example.org/a.csv',
  'https://cdn.discordapp.com:8443/a.csv',
  'http://127.0.0.1:1/a.csv',
  'file:///etc/passwd',
])('nothing is read from %s', async (url) => {
  await expect(createAttachments({ apiUrl: undefined }).download(file(url), 10)).rejects.toThrow(
    'I only read files that were uploaded to Discord.',
  );
});

test('nothing is read from where a host leads on to', async () => {
  let isAsked = false;
  const other = await openHost((_, response) => {
    isAsked = true;
    response.end('title');
  });
  const host = await openHost((_, response) => {
    response.writeHead(302, { Location: other }).end();
  });
  await expect(createAttachments({ apiUrl: host }).download(file(host), 10)).rejects.toThrow(
    'couldn’t be downloaded',
  );
  expect(isAsked).toBe(false);
});

test('a file that is larger than it may be is not read, whatever was announced', async () => {
  let sent = 0;
  const host = await openHost((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) sent += 1;
    };
    response.on('drain', more);
    more();
  });
  const { download } = createAttachments({ apiUrl: host });
  const most = 2 * 1024 * 1024;
  await expect(download(file(host, most + 1), most)).rejects.toThrow('is larger than 2 MB');
  expect(sent).toBe(0);
  await expect(download(file(host), most)).rejects.toThrow('is larger than 2 MB');
});

test('a file that is gone is told from one that can’t be had now', async () => {
  const host = await openHost((request, response) => {
    response.writeHead(request.url === '/gone' ? 404 : 500).end();
  });
  const { download } = createAttachments({ apiUrl: host });
  await expect(download(file(`${host}/gone`), 10)).rejects.toThrow('no longer on Discord');
  await expect(download(file(`${host}/now`), 10)).rejects.toThrow('Try again in a moment');
});
