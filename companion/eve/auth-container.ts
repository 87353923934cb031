import { createHash, createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { eve } from './generated/eve.js';

/** HashAlgorithm HASH_ALGORITHM_SHA256_32BYTES of lf-edge/eve-api proto/evecommon. */
const SHA256_32_BYTES = 2;

/** A device's certificate and key, ready to sign with. */
export interface DeviceSigner {
  /** SHA-256 of the certificate's DER. */
  readonly certificateHash: Uint8Array;
  readonly key: KeyObject;
}

/**
 * Reads what a device signs with.
 * @throws Error with one line for people, when they are no certificate and key, do not belong together, or are of
 * another kind than EVE's (ECDSA)
 */
export function readDeviceSigner(certificatePem: Uint8Array, keyPem: Uint8Array): DeviceSigner {
  const certificate = new X509Certificate(certificatePem);
  const key = createPrivateKey({ key: Buffer.from(keyPem), format: 'pem' });
  if (!certificate.checkPrivateKey(key)) throw new Error('the key does not belong to the certificate');
  if (key.asymmetricKeyType !== 'ec') {
    throw new Error(`the key is ${key.asymmetricKeyType ?? 'unknown'}; API version 2 needs an EC key`);
  }
  return { certificateHash: createHash('sha256').update(certificate.raw).digest(), key };
}

/**
 * The body of a request of device API version 2: the payload in an envelope that is signed from end to end, so that a
 * proxy that ends TLS cannot change it.
 */
export function encodeAuthContainer(payload: Uint8Array, signer: DeviceSigner): Uint8Array {
  return eve.AuthContainer.encode({
    protectedPayload: { payload },
    algo: SHA256_32_BYTES,
    senderCertHash: signer.certificateHash,
    // "ieee-p1363" is r and s, each padded to the length of the key, which is EVE's form; DER is not.
    signatureHash: sign('sha256', payload, { key: signer.key, dsaEncoding: 'ieee-p1363' }),
  }).finish();
}
