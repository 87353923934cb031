import { createHash, X509Certificate } from 'node:crypto';

/** SHA-256 of a certificate's DER, 64 hex digits, lower case: what a device is known by. */
export function fingerprintOfDer(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}

/** @throws when the text is not a PEM certificate */
export function fingerprintOfPem(pem: string): string {
  return fingerprintOfDer(new X509Certificate(pem).raw);
}
