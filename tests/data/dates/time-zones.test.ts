import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const SCRIPT = new URL('./print-readings.ts', import.meta.url).pathname;
const ZONES = ['Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Niue'];

const readingsIn = async (zone: string): Promise<string> => {
  const env = { ...process.env, TZ: zone };
  const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, SCRIPT], { env });
  return stdout;
};

test('dates mean the same in every time zone', async () => {
  const inUtc = await readingsIn('UTC');
  expect(JSON.parse(inUtc).length).toBeGreaterThan(100);
  for (const zone of ZONES) expect(await readingsIn(zone), zone).toBe(inUtc);
});
