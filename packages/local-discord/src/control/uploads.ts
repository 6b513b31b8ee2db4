import { getMimeType } from 'hono/utils/mime';
import type { UploadedFile } from '../world/attachments.ts';
import type { World } from '../world/world.ts';
import { NotSent } from './not-sent.ts';

/** What a person has chosen to send. The type is told by the name's ending if it is left out. */
export type ChosenFile = { name: string; bytes: Uint8Array; type?: string | undefined };

/** Of people who pay for Nitro, in bytes. */
const LARGEST = 500 * 1024 * 1024;

/**
 * Keeps a file for a message or an option that is being written.
 * @returns the id that stands for it there
 * @throws NotSent for a file that is larger than anyone may send
 */
export function receiveFile(world: World, { name, bytes, type }: ChosenFile): string {
  if (bytes.length > LARGEST) throw new NotSent(`${name}: Your files are too powerful.`);
  const known = type || getMimeType(name) || 'application/octet-stream';
  return world.attachments.receive({ name: name || 'file', bytes, type: known });
}

/** @throws NotSent if there is no such upload */
export function findUpload(world: World, id: string): UploadedFile {
  const file = world.attachments.received(id);
  if (!file) throw new NotSent(`There is no uploaded file ${id}.`);
  return file;
}
