/** Verifies who signed a heartbeat and never asks whether it was heard before: an old one keeps whom the relay has silenced alive. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

/** A storage in which no count of a member's last word is ever found: their names are lists of room and nick. */
class Forgetting extends Map<string, string> {
  readonly #storage: Map<string, string>;

  constructor(storage: Map<string, string>) {
    super();
    this.#storage = storage;
  }

  override set(name: string, value: string): this {
    this.#storage.set(name, value);
    return this;
  }

  override get(name: string): string | undefined {
    const key: unknown = JSON.parse(name);
    return Array.isArray(key) && key.length === 2 ? undefined : this.#storage.get(name);
  }
}

const decoy = definePart({
  ...transcript,
  id: 'transcript-repeated-beats',
  title: 'Signed views, heartbeats good for more than once',
  insteadOf: 'transcript',
  layer: (keys, host) => transcript.layer!(keys, { ...host, store: new Forgetting(host.store) }),
});

export const parts = [decoy];
