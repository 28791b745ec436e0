/**
 * The public wire format of a stack, as data. It tells what stands where and nothing about what is protected:
 * an adversary that believed a layer's claims would never catch a decoy.
 */
export type Encoding = 'utf8' | 'hex' | 'base64' | 'base64url';

/** One field inside an envelope, in order. A field without `bytes` and `until` takes the rest. */
export interface Field {
  readonly name:
    | 'version'
    | 'time'
    | 'iv'
    | 'tag'
    | 'public-key'
    | 'context'
    | 'view'
    | 'counter'
    | 'nonce'
    | 'epoch'
    | 'length'
    | 'body';
  /** Fixed length, after decoding by `encoding`. */
  readonly bytes?: number;
  /** The field ends before this ASCII character. */
  readonly until?: string;
  /** Of a body: it stands as the field `body` of a form (`body=…`, percent-encoded); where that is repeated, the last one counts. */
  readonly form?: 'last-counts';
  /** The field's own encoding inside the envelope; default: none. */
  readonly encoding?: Encoding;
  /** Of a tag: how it is made. Of a body: how it is encrypted, if it is. Of a time: its unit. */
  readonly algorithm?:
    | 'hmac-sha256'
    | 'sha256'
    | 'ed25519'
    | 'aes-128-ctr'
    | 'aes-128-cbc'
    | 'aes-256-gcm'
    | 'unix-seconds';
}

/** What one part writes around the body: the whole in `encoding`, the fields inside. */
export interface Envelope {
  readonly part: string;
  readonly encoding: Encoding;
  readonly fields: readonly Field[];
}

/** What anybody may know of a chat's format. `envelopes` go from the outside to the message. */
export interface WireFormat {
  readonly version: number;
  readonly suite: string;
  readonly codec: 'reviving' | 'strict';
  readonly envelopes: readonly Envelope[];
  /** The connection begins with a TLS handshake. */
  readonly tls?: true;
  /** The relay pings every connection at regular times. */
  readonly pings?: true;
}
