import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import { loadX509, type X509 } from './load-x509.ts';

/** A certificate and its private key (PKCS #8), both PEM. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

/** What every certificate needs from outside. */
export interface IssueContext {
  readonly nowMs: number;
  /** 16 random bytes; the serial number. */
  readonly serial: Uint8Array;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 24 * 3600 * 1000;
/** Ten years: see docs/decisions/0055. */
const VALID_MS = 3652 * DAY_MS;

/** Makes a certificate authority that can sign end certificates only. */
export async function issueAuthority(name: string, context: IssueContext): Promise<Issued> {
  const x509 = await loadX509();
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...common(context, name),
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await exportKey(x509, keys.privateKey) };
}

/**
 * Makes the controller's own certificate.
 * @param names DNS names and IP addresses that clients may use, at least one
 */
export async function issueServer(
  authority: Issued,
  names: readonly string[],
  context: IssueContext,
): Promise<Issued> {
  const x509 = await loadX509();
  const alternatives = new x509.SubjectAlternativeNameExtension(
    names.map((value) => ({ type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value })),
  );
  return issueEnd(
    authority,
    names[0] ?? 'localhost',
    x509.ExtendedKeyUsage.serverAuth,
    [alternatives],
    context,
  );
}

/** Makes a certificate by which a device (a companion) is known. */
export async function issueDevice(authority: Issued, name: string, context: IssueContext): Promise<Issued> {
  const x509 = await loadX509();
  return issueEnd(authority, name, x509.ExtendedKeyUsage.clientAuth, [], context);
}

async function issueEnd(
  authority: Issued,
  name: string,
  usage: string,
  extensions: X509Extension[],
  context: IssueContext,
): Promise<Issued> {
  const x509 = await loadX509();
  const issuer = new x509.X509Certificate(authority.certificate);
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    ...common(context, name),
    subject: [{ CN: [name] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey: await importKey(x509, authority.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([usage]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer, false),
      ...extensions,
    ],
  });
  return { certificate: certificate.toString('pem'), key: await exportKey(x509, keys.privateKey) };
}

type X509Extension = InstanceType<X509['Extension']>;

function common(context: IssueContext, name: string) {
  return {
    // The first bit is cleared: a serial number is a positive integer (RFC 5280, 4.1.2.2).
    serialNumber: Buffer.from(context.serial.map((byte, i) => (i === 0 ? byte & 0x7f : byte))).toString(
      'hex',
    ),
    name: [{ CN: [name] }],
    notBefore: new Date(context.nowMs - DAY_MS),
    notAfter: new Date(context.nowMs + VALID_MS),
    signingAlgorithm: ALGORITHM,
  };
}

function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, [
    'sign',
    'verify',
  ]) as Promise<webcrypto.CryptoKeyPair>;
}

async function exportKey(x509: X509, key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

async function importKey(x509: X509, pem: string): Promise<webcrypto.CryptoKey> {
  const bytes = x509.PemConverter.decodeFirst(pem);
  return webcrypto.subtle.importKey('pkcs8', bytes, ALGORITHM, false, [
    'sign',
  ]) as Promise<webcrypto.CryptoKey>;
}
