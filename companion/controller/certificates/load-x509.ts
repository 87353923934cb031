/** `@peculiar/x509` as a module. */
export type X509 = typeof import('@peculiar/x509');

/** Loads the certificate library only for those who make certificates: it costs 30 ms and 10 MB. */
export async function loadX509(): Promise<X509> {
  // tsyringe, which @peculiar/x509 uses, refuses to load without Reflect.getMetadata.
  await import('reflect-metadata');
  return import('@peculiar/x509');
}
