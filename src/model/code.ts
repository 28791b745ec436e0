/**
 * Every reason to refuse, to alarm or to act, in one closed table. The part that fired follows from the code.
 *
 * `check`: a security check refused a well-formed artefact; it can count as a defense.
 * `shape`: the artefact could not even be read; never taken for a defense (a parse error is not security).
 */
export interface CodeFact {
  readonly part: string;
  readonly kind: 'check' | 'shape' | 'alarm' | 'act';
  readonly means: string;
}

export const CODES = {
  'malformed-frame': { part: 'chat', kind: 'shape', means: 'the frame is not a frame of this wire format' },
  'bad-version': {
    part: 'chat',
    kind: 'shape',
    means: 'the frame speaks another version of the wire format',
  },
  'nick-in-use': { part: 'chat', kind: 'shape', means: 'another connection of the room has this nick' },
  'unknown-room': { part: 'chat', kind: 'shape', means: 'no such room' },
  'not-joined': { part: 'chat', kind: 'shape', means: 'this connection has not joined the room' },
  'not-well-formed': { part: 'chat', kind: 'shape', means: 'the body holds a lone surrogate' },
  'not-utf8': { part: 'chat', kind: 'shape', means: 'the opened body is not UTF-8' },
  'malformed-body': { part: 'chat', kind: 'shape', means: 'the opened body is not an encoded message' },
  'crashed-part': { part: 'chat', kind: 'shape', means: 'a part threw instead of answering' },
  'suite-mismatch': {
    part: 'suite',
    kind: 'check',
    means: 'the frame is not sealed by the suite that this chat requires',
  },
  'malformed-ciphertext': {
    part: 'encryption',
    kind: 'shape',
    means: 'the body is not base64 of an IV and a ciphertext',
  },
  'bad-cbc-padding': {
    part: 'encryption-cbc',
    kind: 'shape',
    means: "the decrypted body's padding is wrong",
  },
  untagged: { part: 'mac', kind: 'check', means: 'the body carries no tag, and none is taken without' },
  'malformed-mac': {
    part: 'mac',
    kind: 'shape',
    means: 'the body cannot be read as a tag and what it covers',
  },
  'bad-mac': { part: 'mac', kind: 'check', means: 'the HMAC tag does not verify' },
  'malformed-token': { part: 'fernet', kind: 'shape', means: 'the body is not a Fernet token' },
  'bad-token-version': { part: 'fernet', kind: 'shape', means: 'the token is of another Fernet version' },
  'bad-hmac': { part: 'fernet', kind: 'check', means: "the token's HMAC does not verify" },
  'bad-padding': { part: 'fernet', kind: 'shape', means: "the token's padding is wrong under a valid HMAC" },
  'no-authentic-time': {
    part: 'ttl',
    kind: 'check',
    means: 'nothing authenticated says when the message was sealed',
  },
  expired: { part: 'ttl', kind: 'check', means: 'the message was sealed longer ago than the TTL allows' },
  'from-the-future': {
    part: 'ttl',
    kind: 'check',
    means: "the message was sealed beyond the receiver's clock and the allowed skew",
  },
  'malformed-epoch': {
    part: 'epoch',
    kind: 'shape',
    means: 'the body is not base64url of an epoch, an IV, a ciphertext and a tag',
  },
  'no-epoch-key': { part: 'epoch', kind: 'shape', means: 'the key of the epoch has not come yet' },
  'unknown-epoch': {
    part: 'epoch',
    kind: 'check',
    means: 'the message is of an epoch that is over, or that never was',
  },
  'bad-epoch-tag': {
    part: 'epoch',
    kind: 'check',
    means: 'the message or what stands beside it is not what was sealed under the key of the epoch',
  },
  'bad-epoch-word': {
    part: 'epoch',
    kind: 'check',
    means: 'the control frame about epochs is not signed by the member that it names',
  },
  'stale-epoch-word': {
    part: 'epoch',
    kind: 'check',
    means: 'this control frame about epochs, or a later one of its author, was heard before',
  },
  'bad-wrap': { part: 'epoch', kind: 'check', means: 'the key is not wrapped for the request that it names' },
  unsigned: {
    part: 'signature',
    kind: 'check',
    means: 'the body carries no signature, and none is taken without',
  },
  'malformed-signature': {
    part: 'signature',
    kind: 'shape',
    means: 'what stands for the signature cannot be read',
  },
  'unknown-author': { part: 'signature', kind: 'check', means: 'no key is pinned for this author' },
  'bad-signature': {
    part: 'signature',
    kind: 'check',
    means: "the signature does not verify under the author's pinned key",
  },
  'bad-pad': { part: 'pad', kind: 'check', means: 'the padding is not that of a bucket' },
  padded: { part: 'pad', kind: 'act', means: 'the body was padded to a bucket' },
  'context-mismatch': {
    part: 'bound',
    kind: 'check',
    means: 'the room, author or place inside the token is not that of the header',
  },
  'malformed-counter': { part: 'sequence', kind: 'shape', means: 'the message carries no counter' },
  'counter-mismatch': {
    part: 'sequence',
    kind: 'check',
    means: 'the counter that was sealed with the message is not that of the header',
  },
  'bad-counter': {
    part: 'sequence',
    kind: 'check',
    means: 'the counter is no whole number that a counter can reach',
  },
  'counter-seen': {
    part: 'sequence',
    kind: 'check',
    means: 'a message with this counter, or a later one, was shown before',
  },
  gap: { part: 'sequence', kind: 'alarm', means: 'a counter was skipped: a message is missing' },
  'malformed-view': {
    part: 'transcript',
    kind: 'shape',
    means: 'the message carries no view of the room, or a number that no view can name',
  },
  'bad-beat': {
    part: 'transcript',
    kind: 'check',
    means: 'the heartbeat is not signed by the member that it names',
  },
  'view-differs': { part: 'transcript', kind: 'alarm', means: 'another member has seen something else here' },
  'unknown-view': {
    part: 'transcript',
    kind: 'alarm',
    means: 'another member has seen a message that has not arrived here',
  },
  'not-echoed': {
    part: 'transcript',
    kind: 'alarm',
    means: 'an own message did not come back from the relay',
  },
  silence: {
    part: 'transcript',
    kind: 'alarm',
    means: 'no sign of life came from a member when one was due',
  },
  unconfirmed: {
    part: 'transcript',
    kind: 'alarm',
    means: 'a member has not said in time whether she was shown this message',
  },
  'bad-certificate': {
    part: 'tls',
    kind: 'check',
    means: 'the certificate is not of the trusted authority, or not of this relay',
  },
  'bad-record': { part: 'tls', kind: 'check', means: 'a TLS record did not authenticate' },
  'over-size': { part: 'codec', kind: 'check', means: 'the frame is larger than the codec reads' },
  schema: { part: 'codec', kind: 'check', means: 'the frame is not of the strict schema' },
  'not-canonical': { part: 'codec', kind: 'check', means: 'the frame is not in its one canonical encoding' },
  'payload-too-large': {
    part: 'limits',
    kind: 'act',
    means: 'a frame beyond the payload cap was refused before it was buffered, and its connection ended',
  },
  'join-quota': { part: 'limits', kind: 'check', means: 'this connection holds as many sessions as it may' },
  'nick-bound': {
    part: 'limits',
    kind: 'check',
    means: 'this connection is not the one that the nick is bound to',
  },
  'unproven-member': {
    part: 'limits',
    kind: 'check',
    means: 'the join or leave is not signed by the member that it names',
  },
  withheld: {
    part: 'limits',
    kind: 'act',
    means: 'a connection that is no member of the room received nothing',
  },
  'session-removed': {
    part: 'limits',
    kind: 'act',
    means: 'a connection closed and its sessions were removed',
  },
  'session-expired': {
    part: 'limits',
    kind: 'act',
    means: 'a connection did not answer for a heartbeat and its sessions were removed',
  },
  'buffer-capped': {
    part: 'limits',
    kind: 'act',
    means: 'a reader who did not read was disconnected before more was kept for it',
  },
  'log-escaped': {
    part: 'limits',
    kind: 'act',
    means: 'control characters in a log entry were escaped: one event, one line',
  },
  'log-redacted': {
    part: 'log-redaction',
    kind: 'act',
    means: 'control characters never reached the log: it holds digests of names',
  },
} as const satisfies Record<string, CodeFact>;

/** A code of the closed table, or `part-id:word` for a part written outside. */
export type Code = keyof typeof CODES | `${string}:${string}`;

/** Whether a word from outside is a code of the closed table. */
export const isCode = (word: string): word is keyof typeof CODES => Object.hasOwn(CODES, word);

/** The fact behind a code; a foreign code `id:word` is a check of the part `id`, and any other word is nobody's. */
export function factOf(code: string): CodeFact {
  if (isCode(code)) return CODES[code];
  const [part = code, word] = code.split(':');
  const means =
    word === undefined
      ? `${code}, a code that names no part as id:word does`
      : `${code}, a code of the part ${part}`;
  return { part, kind: 'check', means };
}
