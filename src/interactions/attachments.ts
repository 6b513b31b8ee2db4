import type { Options } from './command.ts';

/** A file on Discord; `size` in bytes. */
export type Attachment = { id: string; filename: string; size: number; url: string };

/** Files that people have sent. */
export type Attachments = {
  /**
   * The bytes of a file.
   * @throws UserError if it is larger, gone, or doesn't come from Discord
   */
  download(attachment: Attachment, most: number): Promise<Uint8Array>;
};

/** The files of an option, or of a message. */
export function filesOf(options: Options, name: string): readonly Attachment[] {
  const files = options[name];
  return Array.isArray(files) ? files : [];
}
