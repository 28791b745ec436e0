import type { Code } from '../model/code.js';

/** A program refused the connection that it was offered: whoever answered has not shown that it is the relay. */
export class RefusedConnection extends Error {
  constructor(readonly code: Code) {
    super(`the connection was refused: ${code}`);
  }
}

const OF_A_CERTIFICATE = /CERT|SIGNATURE|ISSUER|HOSTNAME|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH/;

/** What TLS refused, and why. */
export interface TlsRefusal {
  readonly code: 'bad-certificate' | 'bad-record';
  /** What it was given, as far as the library tells: a certificate (PEM), or its word for what is wrong. */
  readonly given: string;
}

/**
 * What of TLS an error is about; null where of nothing. OpenSSL names what is wrong with a certificate (the list "X509
 * certificate error codes" in Node's documentation of node:tls), Node adds that of the name, and a record that does not
 * authenticate has a code of its own (RFC 8446 §6.2, bad_record_mac).
 */
export function tlsRefusalIn(error: Error): TlsRefusal | null {
  const word = 'code' in error ? String(error.code) : '';
  if (word.startsWith('ERR_SSL_'))
    return /BAD_RECORD_MAC/.test(word) ? { code: 'bad-record', given: word } : null;
  return OF_A_CERTIFICATE.test(word) ? { code: 'bad-certificate', given: word } : null;
}
