import type { APIAttachment } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { ownAddress } from '../markdown/address.ts';

/** Pictures as pictures, anything else as files to download. */
export const attachmentsTemplate = (files: readonly APIAttachment[]): TemplateResult => html`
  <div slot="attachments" class="attachments">${files.map(attachmentTemplate)}</div>
`;

function attachmentTemplate({ filename, url, size, content_type, description }: APIAttachment) {
  const address = ownAddress(url) ?? '';
  if (content_type?.startsWith('image/')) {
    return html`<a href=${address} target="_blank" rel="noopener noreferrer">
      <img src=${address} alt=${description ?? filename} />
    </a>`;
  }
  return html`<a class="file" href=${address} download=${filename}>
    ${filename} <span class="muted">${formatSize(size)}</span>
  </a>`;
}

/** @param bytes printed in the largest unit that leaves a whole number before the point */
function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
