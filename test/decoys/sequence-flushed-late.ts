/** Writes its counters to the device's storage after every second message: a restart forgets the one between. */
import { counting, sequenceDurable } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

/** What is set reaches the storage with every second `set`. */
class Flushed extends Map<string, string> {
  readonly #storage: Map<string, string>;
  #sets = 0;

  constructor(storage: Map<string, string>) {
    super();
    for (const [name, value] of storage) super.set(name, value);
    this.#storage = storage;
  }

  override set(name: string, value: string): this {
    super.set(name, value);
    this.#sets++;
    if (this.#sets % 2 === 0) for (const [key, last] of this) this.#storage.set(key, last);
    return this;
  }
}

const decoy = definePart({
  ...sequenceDurable,
  id: 'sequence-flushed-late',
  title: 'Durable counters, written after every second message',
  layer: (_, host) => counting(host, new Flushed(host.store)),
});

export const parts = [decoy];
