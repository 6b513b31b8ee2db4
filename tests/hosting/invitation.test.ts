import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { INTENTS } from '../../src/discord/connect.ts';
import { APP_PERMISSIONS, bitsOf } from '../../src/interactions/permissions.ts';
import { permissionNames } from '../../src/wording/permissions.ts';
import { ROOT } from '../support/process.ts';

const page = readFileSync(join(ROOT, 'hosting', 'README.md'), 'utf8');

/** The first cells of the table whose head begins with a word. */
function firstCells(head: string): string[] {
  const [, rows = ''] =
    new RegExp(`^\\| ${head} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`, 'm').exec(page) ?? [];
  return [...rows.matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell);
}

test('the link asks for the permissions that the code needs, and the scopes', () => {
  const [link = ''] = /https:\/\/discord\.com\/oauth2\/\S+/.exec(page) ?? [];
  const { searchParams } = new URL(link);
  expect(BigInt(searchParams.get('permissions') ?? '')).toBe(bitsOf(APP_PERMISSIONS));
  expect(searchParams.get('scope')?.split(' ').sort()).toEqual(['applications.commands', 'bot']);
});

test('the page gives a reason for each permission and intent, and for no other', () => {
  expect(firstCells('permission').sort()).toEqual(
    APP_PERMISSIONS.map((name) => permissionNames[name]).sort(),
  );
  expect(firstCells('intent').sort()).toEqual([...INTENTS].sort());
});

test('no permission lets the bot manage anything, and no intent is privileged', () => {
  const { Administrator, ManageGuild, ManageMessages, ManageChannels, ManageRoles } =
    PermissionFlagsBits;
  const managing = Administrator | ManageGuild | ManageMessages | ManageChannels | ManageRoles;
  expect(bitsOf(APP_PERMISSIONS) & managing).toBe(0n);
  const { GuildMembers, GuildPresences, MessageContent } = GatewayIntentBits;
  const asked = INTENTS.map((name): GatewayIntentBits => GatewayIntentBits[name]);
  for (const privileged of [GuildMembers, GuildPresences, MessageContent]) {
    expect(asked).not.toContain(privileged);
  }
});
