import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../support/process.ts';

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const dockerfile = read('hosting/Dockerfile');
const unit = read('hosting/reading-room.service');
const compose = read('hosting/compose.yaml');
const exampleEnv = read('hosting/example.env');
const caddyfile = read('hosting/Caddyfile');
const page = read('hosting/README.md');

type Service = {
  image: string;
  profiles: string[];
  environment?: Record<string, string>;
  command?: string[];
  networks: string[];
  ports?: string[];
  volumes?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: object;
};
const { services, networks, volumes } = parse(compose, { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, object>;
};
const own = Object.entries(services).filter(([, { image }]) => image === 'reading-room');

/** The variables that the configuration reads. */
const KNOWN = [...read('src/environment.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
  ([, name]) => name,
);
/** Those of other programs: the C library, Compose, PostgreSQL, OpenSearch, Caddy, temporary files. */
const OTHERS = [
  'MALLOC_ARENA_MAX',
  'MALLOC_TRIM_THRESHOLD_',
  'COMPOSE_PROFILES',
  'POSTGRES_PASSWORD',
  'OPENSEARCH_JAVA_OPTS',
  'DOMAIN',
  'TMPDIR',
];
const ours = new Set(KNOWN);
const all = new Set([...ours, ...OTHERS]);

const names = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
const unknown = (found: readonly string[], known: ReadonlySet<string | undefined>) =>
  found.filter((name) => !known.has(name));

describe('every variable in the kit is one that the bot, or its program, knows:', () => {
  test('in the containers of the bot', () => {
    expect(own.length).toBeGreaterThan(3);
    for (const [name, { environment = {} }] of own) {
      expect(unknown(Object.keys(environment), ours), name).toEqual([]);
    }
  });

  test('and a team’s own names reach whatever answers', () => {
    const answering = own.filter(([name]) => name !== 'load');
    expect(answering).toHaveLength(4);
    for (const [name, { environment = {}, volumes = [] }] of answering) {
      expect(Object.keys(environment), name).toContain('NAMES');
      expect(volumes.join(), name).toContain('data:/data');
    }
  });

  test.each([
    ['compose.yaml', compose, /\$\{([A-Z_]+)/g],
    ['example.env', exampleEnv, /^([A-Z_]+)=/gm],
    ['Caddyfile', caddyfile, /\{\$([A-Z_]+)/g],
    ['reading-room.service', unit, /^Environment=([A-Z_]+)=/gm],
    ['Dockerfile', dockerfile, /^(?:ENV| {3}) ([A-Z_]+)=/gm],
    ['README.md', page, /`([A-Z]{2,}(?:_[A-Z]+)+|CORPUS|NAMES|SHARDS|TMPDIR|DOMAIN)(?:=[^`]*)?`/g],
  ])('in %s', (_, text, pattern) => {
    const found = names(text, pattern);
    expect(found.length).toBeGreaterThan(0);
    expect(unknown(found, all)).toEqual([]);
  });

  test('and compose.yaml takes just what example.env offers', () => {
    const offered = names(exampleEnv, /^([A-Z_]+)=/gm).filter(
      (name) => name !== 'COMPOSE_PROFILES',
    );
    expect(names(compose, /\$\{([A-Z_]+)/g)).toEqual(offered);
  });
});

describe('what is run', () => {
  const flags = (line: string) => line.match(/--(max|optimize|disable)[\w=-]+/g)?.slice(0, 3);
  const asStarted = flags(JSON.parse(read('package.json')).scripts.bot);

  test('has the flags and the allocator’s settings of npm run bot', () => {
    expect(asStarted).toHaveLength(3);
    expect(flags(/^ENTRYPOINT .*$/m.exec(dockerfile)?.[0] ?? '')).toEqual(asStarted);
    expect(flags(/^ExecStart=.*$/m.exec(unit)?.[0] ?? '')).toEqual(asStarted);
    const settings = names(JSON.parse(read('package.json')).scripts.bot, /(MALLOC_\S+)/g);
    expect(settings).toHaveLength(2);
    for (const setting of settings)
      for (const text of [dockerfile, unit]) expect(text).toContain(setting);
  });

  test('is a script of ours', () => {
    const named = [dockerfile, compose, unit, page].flatMap((text) =>
      names(text, /\b((?:scripts|src)\/[a-z-]+\.ts)\b/g),
    );
    expect(named).toContain('scripts/load.ts');
    expect(named.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  });

  test('gets the files that the image copies, and no others', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)]
      .flatMap(([, line = '']) => line.split(' ').slice(0, -1))
      .map((name) => name.replace(/^\.\//, ''));
    for (const name of copied) expect(existsSync(join(ROOT, name)), name).toBe(true);
    const [first, ...taken] = read('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(taken.map((line) => line.slice(1)).sort()).toEqual([...new Set(copied)].sort());
    expect(taken.every((line) => line.startsWith('!'))).toBe(true);
  });
});

describe('the containers', () => {
  test('have no capabilities and can get none; but for OpenSearch nothing of theirs is writable', () => {
    for (const [name, service] of Object.entries(services)) {
      expect(service.cap_drop, name).toEqual(['ALL']);
      expect(service.security_opt, name).toEqual(['no-new-privileges:true']);
      expect(service.cap_add ?? [], name).toEqual(name === 'caddy' ? ['NET_BIND_SERVICE'] : []);
      expect(service.read_only ?? false, name).toBe(name !== 'opensearch');
    }
    expect(dockerfile).toMatch(/^USER 1000:1000$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
  });

  test('are reached by Caddy alone, which reaches neither database nor index', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports);
    expect(published.map(([name]) => name)).toEqual(['caddy']);
    for (const name of ['opensearch', 'postgres']) {
      expect(services[name]?.networks).toEqual(['inside']);
    }
    expect(services.caddy?.networks).not.toContain('inside');
    expect(networks).toMatchObject({ inside: { internal: true }, proxied: { internal: true } });
  });

  test('start in order, and one profile doesn’t start the other’s bot', () => {
    const healthy = { condition: 'service_healthy' };
    for (const name of ['keeper', 'replica-1', 'replica-2']) {
      expect(services[name]?.depends_on).toEqual({ opensearch: healthy, postgres: healthy });
      expect(services[name]?.profiles).toEqual(['many']);
    }
    expect(services.bot?.profiles).toEqual(['one']);
    for (const name of ['opensearch', 'postgres'])
      expect(services[name]?.healthcheck).toBeDefined();
  });

  test('that Caddy knows are the replicas, at the ports where they listen', () => {
    const replicas = own.filter(([, { environment }]) => environment?.HTTP_PORT);
    const [, upstreams = ''] = /reverse_proxy (.+) \{/.exec(caddyfile) ?? [];
    expect(upstreams.split(' ')).toEqual(
      replicas.map(([name, { environment }]) => `${name}:${environment?.HTTP_PORT}`),
    );
    expect(Object.keys(services.caddy?.depends_on ?? {})).toEqual(replicas.map(([name]) => name));
    const [, healthPort] = /health_port (\d+)/.exec(caddyfile) ?? [];
    expect(dockerfile).toContain(`HEALTH_PORT=${healthPort}`);
  });

  test('use volumes and networks that are there', () => {
    for (const [name, service] of Object.entries(services)) {
      expect(unknown(service.networks, new Set(Object.keys(networks))), name).toEqual([]);
      const mounted = (service.volumes ?? []).flatMap((one) => /^[a-z]+(?=:)/.exec(one)?.[0] ?? []);
      expect(unknown(mounted, new Set(Object.keys(volumes))), name).toEqual([]);
    }
  });
});
