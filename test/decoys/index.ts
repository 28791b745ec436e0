/** A planted flaw, the sound part that it stands for, and the attack that must find it. */
export interface Decoy {
  readonly id: string;
  readonly twin: string;
  readonly caughtBy: string;
  /** What the sound part comes to where it cannot prevent the attack but reveals it; else `defeated`. */
  readonly soundly?: 'defeated' | 'detected';
}

/** One file each, beside this one; every file is a plugin. */
export const DECOYS: readonly Decoy[] = [
  { id: 'signature-unchecked', twin: 'signature', caughtBy: 'rogue-server/rewrite' },
  { id: 'signature-without-author', twin: 'signature', caughtBy: 'rogue-server/re-attribute' },
  { id: 'ttl-from-header', twin: 'ttl', caughtBy: 'replay/after-ttl' },
  { id: 'mac-half', twin: 'mac', caughtBy: 'rogue-server/rewrite' },
  { id: 'mac-first-byte', twin: 'mac', caughtBy: 'rogue-server/rewrite' },
  { id: 'encryption-crc', twin: 'encryption-hmac', caughtBy: 'rogue-server/rewrite' },
  { id: 'mac-optional', twin: 'mac', caughtBy: 'rogue-server/forge' },
  { id: 'signature-optional', twin: 'signature', caughtBy: 'rogue-server/rewrite' },
  { id: 'mac-keyed-crc', twin: 'mac', caughtBy: 'rogue-server/forge' },
  { id: 'mac-public-key', twin: 'mac', caughtBy: 'rogue-server/rewrite' },
  { id: 'ttl-time-uncovered', twin: 'ttl', caughtBy: 'rogue-server/delay' },
  { id: 'sequence-from-header', twin: 'sequence', caughtBy: 'rogue-server/reorder' },
  { id: 'codec-blocklist', twin: 'codec', caughtBy: 'deserialization/server' },
  { id: 'fernet-unauthenticated', twin: 'fernet', caughtBy: 'rogue-server/bit-flip' },
  { id: 'encryption-counter-iv', twin: 'encryption', caughtBy: 'crypto/nonce-reuse' },
  { id: 'encryption-sequential-iv', twin: 'encryption', caughtBy: 'crypto/nonce-reuse' },
  { id: 'encryption-constant-key', twin: 'encryption', caughtBy: 'rogue-server/store' },
  { id: 'mac-key-prefix', twin: 'mac', caughtBy: 'crypto/length-extension' },
  { id: 'fernet-cache-text', twin: 'fernet-cache', caughtBy: 'replay/re-encoded' },
  { id: 'fernet-mac-last', twin: 'fernet-answering', caughtBy: 'crypto/padding-oracle' },
  { id: 'codec-proto-blocklist', twin: 'codec', caughtBy: 'deserialization/prototype-pollution' },
  { id: 'codec-size-only', twin: 'codec', caughtBy: 'deserialization/bomb' },
  { id: 'codec-frames-only', twin: 'encryption+codec', caughtBy: 'deserialization/inner-insider' },
  { id: 'limits-leave-only', twin: 'limits', caughtBy: 'flood/leaked-sessions' },
  { id: 'limits-close-only', twin: 'limits', caughtBy: 'flood/leaked-sessions' },
  { id: 'limits-per-frame', twin: 'limits', caughtBy: 'flood/slow-reader' },
  { id: 'limits-quota-per-room', twin: 'limits', caughtBy: 'flood/join' },
  { id: 'limits-late-cap', twin: 'limits', caughtBy: 'flood/oversize' },
  { id: 'limits-header-nick', twin: 'limits', caughtBy: 'session/force-leave' },
  { id: 'limits-any-proof', twin: 'signature+limits', caughtBy: 'session/squat' },
  { id: 'limits-line-feed-only', twin: 'limits', caughtBy: 'session/log-injection' },
  { id: 'epoch-static-wrap', twin: 'epoch', caughtBy: 'key-theft/after-heal' },
  { id: 'epoch-stays', twin: 'epoch', caughtBy: 'key-theft/ex-member' },
  { id: 'epoch-counter-iv', twin: 'epoch', caughtBy: 'crypto/nonce-reuse' },
  { id: 'epoch-without-author', twin: 'epoch', caughtBy: 'rogue-server/re-attribute' },
  { id: 'sequence-outside', twin: 'signature+sequence', caughtBy: 'insider/counter-jump' },
  { id: 'sequence-early', twin: 'signature+sequence', caughtBy: 'insider/counter-jump' },
  { id: 'sequence-forgetful', twin: 'sequence-durable', caughtBy: 'replay/after-restart' },
  { id: 'pad-of-all', twin: 'signature+pad', caughtBy: 'log-sniffer/length' },
  { id: 'redaction-unkeyed', twin: 'log-redaction', caughtBy: 'log-sniffer/metadata' },
  { id: 'redaction-repeating', twin: 'log-redaction', caughtBy: 'log-sniffer/metadata' },
  { id: 'bound-without-room', twin: 'bound', caughtBy: 'rogue-server/cross-room' },
  {
    id: 'transcript-without-beats',
    twin: 'transcript',
    caughtBy: 'rogue-server/blackhole',
    soundly: 'detected',
  },
  { id: 'signature-renewed-keys', twin: 'signature', caughtBy: 'rogue-server/substitute-key' },
  {
    id: 'transcript-uncounted-beats',
    twin: 'fernet+transcript',
    caughtBy: 'rogue-server/substitute-salt',
    soundly: 'detected',
  },
  { id: 'fernet-clear-fallback', twin: 'fernet', caughtBy: 'rogue-server/downgrade' },
  { id: 'signature-without-room', twin: 'signature', caughtBy: 'insider/rewrap' },
  { id: 'signature-unknown-shown', twin: 'signature', caughtBy: 'insider/homoglyph' },
  {
    id: 'transcript-missing-only',
    twin: 'transcript',
    caughtBy: 'insider/two-versions',
    soundly: 'detected',
  },
  { id: 'tls-chain-only', twin: 'tls', caughtBy: 'network/rewrite' },
];
