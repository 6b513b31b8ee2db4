import { join } from 'node:path';
import { z } from 'zod';
import { withoutQuery } from '../requests/without-query.ts';
import { Address, COMMON, KeyVariable } from '../settings/common-settings.ts';
import { READING } from '../settings/reading-settings.ts';
import { SourceFailure } from '../source-failure.ts';
import { defineKind } from './kind.ts';
import { openPart } from './open-part.ts';

/**
 * A file on the web, in any format that the import reads. The server is asked whether it has changed, by
 * its entity tag and its date.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests
 */
export const url = defineKind(
  z.strictObject({
    ...COMMON,
    kind: z.literal('url'),
    url: Address,
    /** Sent as `Authorization: Bearer …`. */
    key: KeyVariable.optional(),
    ...READING,
  }),
  {
    watermark: z.object({
      etag: z.string().nullable(),
      lastModified: z.string().nullable(),
      format: z.string(),
    }),
    addresses: ({ url }) => [url],
    async follow(settings, { watermark, requests, folder, acceptsLoss, secret, take }) {
      const headers: Record<string, string> = {};
      if (watermark?.etag) headers['If-None-Match'] = watermark.etag;
      if (watermark?.lastModified) headers['If-Modified-Since'] = watermark.lastModified;
      if (settings.key) headers.Authorization = `Bearer ${secret(settings.key)}`;
      const answer = await requests.get(settings.url, { headers, expects: watermark ? [304] : [] });
      if (answer.status === 304 && watermark) {
        await answer.discard();
        return { extent: 'nothing', watermark };
      }
      const path = join(folder, 'body');
      await answer.save(path);
      const { part, format } = await openPart(path, folder, settings, withoutQuery(settings.url));
      if (watermark && format.name !== watermark.format && !acceptsLoss) {
        throw new SourceFailure(
          `${part.name} now answers with ${format.name}, and with ${watermark.format} before. If that is right, follow it with --accept-loss.`,
        );
      }
      await take(part);
      return {
        extent: 'everything',
        watermark: {
          etag: answer.headers.get('etag'),
          lastModified: answer.headers.get('last-modified'),
          format: format.name,
        },
      };
    },
  },
);
