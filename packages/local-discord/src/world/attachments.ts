import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { APIAttachment } from 'discord-api-types/v10';

/** A file as it came in. `index` is the n of its `files[n]`. */
export type UploadedFile = { index: string; name: string; type: string; bytes: Uint8Array };

/** How a file is known: a description of it, and whether it belongs to an interaction alone. */
type Known = { description?: string | undefined; ephemeral?: boolean };

export type Attachments = {
  /** @param home the channel; of a file that belongs to an interaction alone, the application */
  add(file: UploadedFile, home: string, known?: Known): APIAttachment;
  /** The file of a signed address that hasn't expired. */
  find(id: string, signature: Signature): UploadedFile | undefined;
  /** Keeps a file that a person has chosen and not yet sent; the id stands for it. */
  receive(file: Omit<UploadedFile, 'index'>): string;
  received(id: string): UploadedFile | undefined;
};

/** The query of an address: until when it holds and since when, in hexadecimal seconds, and its code. */
type Signature = { ex?: string | undefined; is?: string | undefined; hm?: string | undefined };

/** How long an address holds. */
const LIFETIME_S = 24 * 60 * 60;

/**
 * @param url where this Discord listens: files can be downloaded again from there
 * @see https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
 */
export function createAttachments(
  nextId: () => string,
  url: () => string,
  now: () => number,
): Attachments {
  const files = new Map<string, UploadedFile>();
  const uploads = new Map<string, UploadedFile>();
  const key = randomBytes(32);
  const sign = (id: string, ex: string, is: string) =>
    createHmac('sha256', key).update([id, ex, is].join('.')).digest();
  const seconds = () => Math.floor(now() / 1000);
  return {
    find(id, { ex = '', is = '', hm = '' }) {
      const given = Buffer.from(hm, 'hex');
      const right = sign(id, ex, is);
      const isRight = given.length === right.length && timingSafeEqual(given, right);
      return isRight && Number.parseInt(ex, 16) > seconds() ? files.get(id) : undefined;
    },
    receive(file) {
      const id = nextId();
      uploads.set(id, { ...file, index: id });
      return id;
    },
    received: (id) => uploads.get(id),
    add(file, home, { description, ephemeral } = {}) {
      const id = nextId();
      files.set(id, file);
      const filename = file.name.replace(/[^\w.-]+/g, '_');
      const folder = ephemeral ? 'ephemeral-attachments' : 'attachments';
      const [ex, is] = [seconds() + LIFETIME_S, seconds()].map((time) => time.toString(16));
      const hm = sign(id, ex ?? '', is ?? '').toString('hex');
      const path = `${folder}/${home}/${id}/${encodeURIComponent(filename)}`;
      const address = `${url()}/${path}?ex=${ex}&is=${is}&hm=${hm}&`;
      return {
        id,
        filename,
        ...(filename === file.name ? {} : { title: file.name.replace(/\.[^.]*$/, '') }),
        size: file.bytes.length,
        url: address,
        proxy_url: address,
        content_type: file.type,
        ...(description ? { description } : {}),
        ...(ephemeral ? { ephemeral } : {}),
      };
    },
  };
}
