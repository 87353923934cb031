import type { TLSSocket } from 'node:tls';
import { fingerprintOfDer } from '../certificates/fingerprint.ts';
import type { Device, DeviceTable } from '../store/devices.ts';

/** Who is at the other end, or what to answer instead. */
export type Authentication =
  | { readonly ok: true; readonly device: Device }
  | { readonly ok: false; readonly status: 401 | 403; readonly message: string };

/**
 * Tells which device a connection belongs to. The TLS layer lets everybody in, so that a wrong certificate is
 * answered in words instead of a handshake alert; hence this must stand before every route.
 */
export function authenticate(socket: TLSSocket, devices: DeviceTable): Authentication {
  const certificate = socket.getPeerX509Certificate();
  if (certificate === undefined) {
    return { ok: false, status: 401, message: 'a client certificate is needed; none was sent' };
  }
  if (!socket.authorized) {
    return { ok: false, status: 401, message: unauthorizedMessage(String(socket.authorizationError)) };
  }
  const device = devices.byFingerprint(fingerprintOfDer(certificate.raw));
  if (device === undefined) {
    return {
      ok: false,
      status: 403,
      message: 'this certificate belongs to no device here; add one with cherub controller device add',
    };
  }
  return { ok: true, device };
}

function unauthorizedMessage(code: string): string {
  if (code.includes('CERT_HAS_EXPIRED')) return 'the client certificate has expired; make a new one';
  if (code.includes('CERT_NOT_YET_VALID'))
    return 'the client certificate is not valid yet; look at the clocks';
  if (code.includes('INVALID_PURPOSE')) return 'the certificate is not meant for clients';
  return 'the client certificate is not from this controller';
}
