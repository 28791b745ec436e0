/** A planted flaw, the sound part that it stands for, and the attack that must find it. */
export interface Decoy {
  readonly id: string;
  readonly twin: string;
  readonly caughtBy: string;
}

/** One file each, beside this one; every file is a plugin. */
export const DECOYS: readonly Decoy[] = [
  { id: 'signature-unchecked', twin: 'signature', caughtBy: 'rogue-server/rewrite' },
  { id: 'signature-without-author', twin: 'signature', caughtBy: 'rogue-server/re-attribute' },
  { id: 'signature-frame-key', twin: 'signature', caughtBy: 'rogue-server/forge' },
  { id: 'ttl-from-header', twin: 'ttl', caughtBy: 'replay/after-ttl' },
  { id: 'mac-half', twin: 'mac', caughtBy: 'rogue-server/rewrite' },
  { id: 'mac-first-byte', twin: 'mac', caughtBy: 'rogue-server/rewrite' },
  { id: 'codec-blocklist', twin: 'codec', caughtBy: 'deserialization/server' },
  { id: 'fernet-unauthenticated', twin: 'fernet', caughtBy: 'rogue-server/bit-flip' },
];
