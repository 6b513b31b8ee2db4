import { delimiter } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

describe('configuration', () => {
  test('needs nothing: the starter corpus, a file under var/, UTC', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ token: undefined, timeZone: 'UTC', logLevel: 'info' });
    expect(config.corpus.every((path) => path.endsWith('.jsonl'))).toBe(true);
    expect(config.database).toMatch(/var.reading-room\.db$/);
  });

  test('counts an empty value as none, so that a copied .env.example works', () => {
    expect(readConfig({ DISCORD_TOKEN: '', TIME_ZONE: ' ', PORT: '' })).toEqual(readConfig({}));
  });

  test('reads every variable', () => {
    const config = readConfig({
      DISCORD_TOKEN: 'secret',
      DISCORD_APPLICATION_ID: '123',
      DISCORD_GUILD_ID: '456',
      DISCORD_API_URL: 'http://127.0.0.1:4000/api/',
      CORPUS: ['a.jsonl', 'b.jsonl'].join(delimiter),
      DATABASE_URL: 'file:some/where.db',
      TIME_ZONE: 'Asia/Kathmandu',
      LOG_LEVEL: 'warn',
      PORT: '8080',
      SEARCH_URL: 'https://reader:secret@a.example:9200/, http://b.example:9200',
      SEARCH_INDEX: 'letters',
      SEARCH_CA: 'authority.pem',
    });
    expect(config).toEqual({
      token: 'secret',
      applicationId: '123',
      guildId: '456',
      apiUrl: 'http://127.0.0.1:4000/api',
      corpus: ['a.jsonl', 'b.jsonl'],
      database: 'some/where.db',
      timeZone: 'Asia/Kathmandu',
      logLevel: 'warn',
      port: 8080,
      search: {
        urls: ['https://reader:secret@a.example:9200', 'http://b.example:9200'],
        certificate: 'authority.pem',
        alias: 'letters',
      },
    });
  });

  test.each([
    ['TIME_ZONE', 'Mars/Phobos', 'Europe/London'],
    ['LOG_LEVEL', 'loud', 'debug'],
    ['PORT', '99999', '65535'],
    ['PORT', 'http', '65535'],
    ['DATABASE_URL', 'postgres://x', 'file:'],
    ['DISCORD_API_URL', 'ftp://x', 'http://127.0.0.1:4000/api'],
    ['DISCORD_API_URL', 'http://127.0.0.1:4000/api/v10', '/v10'],
    ['DISCORD_GUILD_ID', 'my server', 'digits'],
    ['CORPUS', delimiter, 'JSON Lines'],
  ])(
    '%s=%s stops the start with its name, the problem and what would be right',
    (name, value, right) => {
      const read = () => readConfig({ [name]: value });
      expect(read).toThrow(name);
      expect(read).toThrow(value);
      expect(read).toThrow(right);
    },
  );

  test('names every problem at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(
      /LOG_LEVEL.*PORT|PORT.*LOG_LEVEL/s,
    );
  });

  test('never shows a password', () => {
    const read = () => readConfig({ SEARCH_URL: 'https://reader:secret@host:9200,ftp://a:b@c' });
    expect(read).toThrow(
      /SEARCH_URL: "https:\/\/…@host:9200,ftp:\/\/…@c" is not a list of web addresses/,
    );
  });
});
