import type { APIAttachment } from 'discord-api-types/v10';

/** A file as it came in. `index` is the n of its `files[n]`. */
export type UploadedFile = { index: string; name: string; type: string; bytes: Uint8Array };

export type Attachments = {
  add(file: UploadedFile, channelId: string, description?: string): APIAttachment;
  /** The file that was kept under an id. */
  find(id: string): UploadedFile | undefined;
};

/** @param url where this Discord listens: files can be downloaded again from there */
export function createAttachments(nextId: () => string, url: () => string): Attachments {
  const files = new Map<string, UploadedFile>();
  return {
    find: (id) => files.get(id),
    add(file, channelId, description) {
      const id = nextId();
      files.set(id, file);
      const filename = file.name.replace(/[^\w.-]+/g, '_');
      const address = `${url()}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
      return {
        id,
        filename,
        size: file.bytes.length,
        url: address,
        proxy_url: address,
        content_type: file.type,
        ...(description ? { description } : {}),
      };
    },
  };
}
