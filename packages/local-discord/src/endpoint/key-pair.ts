import { generateKeyPairSync, sign as signWith } from 'node:crypto';

/** What an application's interactions are signed with. */
export type KeyPair = {
  /** 64 hexadecimal digits. */
  publicKey: string;
  /** Signs a request: its timestamp, in seconds, and its body. @returns hexadecimal digits */
  sign(timestamp: string, body: string): string;
};

/** A new Ed25519 key pair. */
export function createKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    sign: (timestamp, body) =>
      signWith(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
  };
}
