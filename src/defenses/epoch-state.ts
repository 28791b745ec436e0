import type { Host } from '../model/defense.js';

/** Seconds for which frames of an epoch that is over are still taken: what was under way when it ended. */
export const OVERLAP = 30;

/** A key of one epoch, 32 bytes as base64. `until`: the epoch is over, and the key is deleted after this second. */
interface EpochKey {
  readonly epoch: number;
  readonly key: string;
  readonly until?: number;
}

/** A key pair for one request, X25519 as base64; the secret is deleted once a wrap was opened with it. */
export interface Asked {
  readonly public: string;
  readonly secret: string;
}

/** What a device knows of the epochs of one room. */
export interface Epochs {
  /** The epoch that the host has announced last; 0 before the first. */
  readonly current: number;
  readonly keys: readonly EpochKey[];
  readonly asked: readonly Asked[];
  /** This device's last signed word, and the last heard of each member: an old word is worth nothing. */
  readonly said: number;
  readonly heard: Readonly<Record<string, number>>;
}

const NOTHING: Epochs = { current: 0, keys: [], asked: [], said: 0, heard: {} };

/** All of it lies in the device's storage: a restarted program goes on, and whoever copies the storage has it. */
export const read = ({ store }: Pick<Host, 'store'>, room: string): Epochs => {
  const text = store.get(room);
  return text === undefined ? NOTHING : JSON.parse(text);
};

export const write = ({ store }: Pick<Host, 'store'>, room: string, epochs: Epochs): void =>
  void store.set(room, JSON.stringify(epochs));

/** The key under which to seal now; null before it has come. */
export const currentKey = ({ current, keys }: Epochs): Uint8Array | null =>
  bytesOf(keys.find(({ epoch, until }) => epoch === current && until === undefined));

/** The key of an epoch, as long as it is kept. */
export const keyOf = ({ keys }: Epochs, epoch: number, now: number): Uint8Array | null =>
  bytesOf(keys.find((kept) => kept.epoch === epoch && (kept.until ?? now) >= now));

const bytesOf = (kept: EpochKey | undefined): Uint8Array | null =>
  kept ? new Uint8Array(Buffer.from(kept.key, 'base64')) : null;

/** A later epoch has begun: nothing is sealed under the keys that there are, and they go when the overlap is over. */
export const ended = (epochs: Epochs, current: number, now: number): Epochs => ({
  ...epochs,
  current,
  keys: epochs.keys.map((kept) => ({ ...kept, until: kept.until ?? now + OVERLAP })),
});

/** The key of the current epoch is here: nothing is waited for any more, and what could open its wrap is deleted. */
export const withKey = (epochs: Epochs, epoch: number, key: Uint8Array): Epochs => ({
  ...epochs,
  asked: [],
  keys: [
    ...epochs.keys.filter((kept) => kept.epoch !== epoch),
    { epoch, key: Buffer.from(key).toString('base64') },
  ],
});

/** Without the keys whose time is over. */
export const withoutExpired = (epochs: Epochs, now: number): Epochs => ({
  ...epochs,
  keys: epochs.keys.filter(({ until = now }) => until >= now),
});
