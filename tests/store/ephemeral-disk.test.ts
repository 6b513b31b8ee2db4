import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { ephemeralReason } from '../../src/store/sqlite/ephemeral-disk.ts';

const MACHINE = `22 27 0:21 / /proc rw,relatime - proc proc rw
25 24 0:23 / /dev/shm rw,nosuid - tmpfs tmpfs rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
28 27 254:1 / /home rw,relatime - btrfs /dev/vdb rw,subvol=/home
29 27 0:40 / /run rw shared:1 master:2 - tmpfs tmpfs rw`;
const CONTAINER = `600 500 0:50 / / ro,relatime - overlay overlay ro,lowerdir=/a,upperdir=/b
601 600 0:51 / /tmp rw - tmpfs tmpfs rw
602 600 254:1 /var/lib/docker/volumes/reading-room_data/_data /data rw - ext4 /dev/vda1 rw
603 600 254:1 /var/lib/docker/volumes/${'0a'.repeat(32)}/_data /unnamed rw - ext4 /dev/vda1 rw
604 600 254:1 /home/ada/room /srv/my\\040room rw - ext4 /dev/vda1 rw
605 600 254:1 /kubelet/pods/1/volumes/kubernetes.io~empty-dir/scratch /scratch rw - xfs /dev/vda1 rw
606 601 254:1 /x /tmp/kept rw - ext4 /dev/vda1 rw`;
const FLY = `1 0 254:0 / / rw,relatime - ext4 /dev/vda rw
2 1 254:16 / /data rw,relatime - ext4 /dev/vdb rw`;

test.each([
  ['/srv/room', MACHINE, undefined],
  ['/home/ada/room/var', MACHINE, undefined],
  ['/runner/room', MACHINE, undefined],
  ['/run/room', MACHINE, /in memory/],
  ['/dev/shm', MACHINE, /in memory/],
  ['/app/var', CONTAINER, /thrown away with the container/],
  ['/data', CONTAINER, undefined],
  ['/data/deep/er', CONTAINER, undefined],
  ['/database', CONTAINER, /thrown away with the container/],
  ['/tmp/var', CONTAINER, /in memory/],
  ['/tmp/kept', CONTAINER, undefined],
  ['/unnamed', CONTAINER, /has no name/],
  ['/scratch', CONTAINER, /ends with its pod/],
  ['/srv/my room/var', CONTAINER, undefined],
])('%s', (folder, mountinfo, reason) => {
  const found = ephemeralReason(folder, mountinfo, undefined);
  if (reason) expect(found).toMatch(reason);
  else expect(found).toBeUndefined();
});

test('a later mount hides one before at the same place', () => {
  const hidden = `${CONTAINER}\n700 600 0:60 / /data rw - tmpfs tmpfs rw`;
  expect(ephemeralReason('/data', hidden, undefined)).toMatch(/in memory/);
});

test.each([
  ['FLY_APP_NAME', '/app/var', /Fly\.io throws it away/],
  ['FLY_APP_NAME', '/data', undefined],
  ['RENDER', '/opt/render/project/src/var', /Render throws it away/],
  ['DYNO', '/app/var', /Heroku throws it away/],
  ['DYNO', '/data', /Heroku throws it away/],
])('on a hosting service that sets %s, %s', (variable, folder, reason) => {
  const { hostedBy } = readConfig({ [variable]: 'x' });
  const found = ephemeralReason(folder, FLY, hostedBy);
  if (reason) expect(found).toMatch(reason);
  else expect(found).toBeUndefined();
});

test('where there is no list of mounts, nothing is said', () => {
  expect(ephemeralReason('/Users/ada/room', undefined, undefined)).toBeUndefined();
  expect(readConfig({}).hostedBy).toBeUndefined();
});

test.skipIf(process.platform !== 'linux')('this machine’s own list can be read', () => {
  const mountinfo = readFileSync('/proc/self/mountinfo', 'utf8');
  expect(ephemeralReason('/dev/shm', mountinfo, undefined)).toMatch(/in memory/);
  // Of the folder of the tests it is said only where it is so.
  const reason = ephemeralReason(tmpdir(), mountinfo, undefined);
  expect(reason === undefined || /(tmpfs|ramfs|overlay|aufs)/.test(mountinfo)).toBe(true);
});
