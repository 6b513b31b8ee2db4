import { createPublicKey, verify } from 'node:crypto';

/** How far a request's time may be from ours, in seconds: clocks differ, and what is older may be sent again by others. */
const MAX_AGE_S = 300;

/** A request as it came. */
export type Signed = {
  /** Hexadecimal digits. */
  signature: string | undefined;
  /** Seconds since 1970. */
  timestamp: string | undefined;
  body: Buffer;
};

/** `stale` is Discord's too, but of another time. */
export type Verdict = 'right' | 'stale' | 'forged';

/**
 * Makes a check of whether a request is Discord's and of now: it is signed with the key of the
 * application, over its timestamp and its body, byte by byte.
 * @param publicKey of the application, 64 hexadecimal digits
 * @see https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
export function createVerifier(publicKey: string): (request: Signed, now: Date) => Verdict {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return ({ signature = '', timestamp = '', body }, now) => {
    if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return 'forged';
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    if (!verify(null, signed, key, Buffer.from(signature, 'hex'))) return 'forged';
    const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
    return age > MAX_AGE_S ? 'stale' : 'right';
  };
}
