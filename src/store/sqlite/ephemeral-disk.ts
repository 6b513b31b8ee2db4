import { readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Logger } from '../../log.ts';

/** Linux' list of what is mounted where, as this process sees it. */
const MOUNTS = '/proc/self/mountinfo';

const IN_MEMORY = ['tmpfs', 'ramfs'];
const LAYERED = ['overlay', 'fuse.fuse-overlayfs', 'aufs'];

/** A file system: where it is mounted, its type, and which folder of it stands there. */
type Mount = { at: string; type: string; root: string };

/**
 * Why what is written to a folder will be gone one day without anybody deleting it; undefined if
 * nothing says so. It goes by the file system that the folder is on: one in memory, a container's own
 * layer, a volume that lasts as long as its container, or a hosting service's own disk.
 * @param folder a real path, without links
 * @param mountinfo as Linux has it; undefined elsewhere
 * @param service the hosting service, if it is one that throws disks away
 * @see https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
 */
export function ephemeralReason(
  folder: string,
  mountinfo: string | undefined,
  service: string | undefined,
): string | undefined {
  const { at = '/', type = '', root = '/' } = mountOf(folder, mountinfo ?? '') ?? {};
  if (IN_MEMORY.includes(type)) return 'it is kept in memory, and gone after a restart';
  if (/\/kubernetes\.io~empty-dir\//.test(root)) return 'an emptyDir ends with its pod';
  if (/\/volumes\/[0-9a-f]{64}\/_data$/.test(root)) {
    return 'the volume has no name, and a new container gets another one';
  }
  if (at === '/' && LAYERED.includes(type)) return 'it is thrown away with the container';
  if (service && at === '/') return `${service} throws it away with every deploy and restart`;
  return service === 'Heroku' ? 'Heroku throws it away at least once a day' : undefined;
}

/** The mount that a folder is on: the deepest; of several at one place, the last. */
const mountOf = (folder: string, mountinfo: string): Mount | undefined =>
  mountinfo
    .split('\n')
    .flatMap(readMount)
    .filter(({ at }) => at === '/' || folder === at || folder.startsWith(`${at}/`))
    .reduce<Mount | undefined>(
      (deepest, one) => (deepest && deepest.at.length > one.at.length ? deepest : one),
      undefined,
    );

function readMount(line: string): Mount[] {
  const [before = '', after = ''] = line.split(' - ');
  const [, , , root, at] = before.split(' ').map(unescaped);
  const [type] = after.split(' ');
  return at && root && type ? [{ at, type, root }] : [];
}

/** Blanks and the like stand there as octal numbers. */
const unescaped = (field: string): string =>
  field.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));

/** Warns if an open database lies where it won't last. */
export function warnIfEphemeral(
  { database, hostedBy }: { database: string; hostedBy: string | undefined },
  log: Logger,
): void {
  const reason = ephemeralReason(realpathSync(dirname(database)), readMounts(), hostedBy);
  if (!reason) return;
  log.warn(
    { database },
    `The database lies on a disk that doesn’t last: ${reason}. Lists, shares and settings go with it. Set DATABASE_URL to a file on a volume (hosting/README.md says how).`,
  );
}

function readMounts(): string | undefined {
  try {
    return readFileSync(MOUNTS, 'utf8');
  } catch {
    return undefined;
  }
}
