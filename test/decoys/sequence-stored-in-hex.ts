/** Writes its counters down in hexadecimal, and reads them as decimals when it starts anew. */
import { counting, sequenceDurable } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

class InHex extends Map<string, string> {
  readonly #store: Map<string, string>;

  constructor(store: Map<string, string>) {
    super();
    for (const [name, counter] of store) super.set(name, counter);
    this.#store = store;
  }

  override set(name: string, counter: string): this {
    this.#store.set(name, counter.endsWith('+') ? counter : Number(counter).toString(16));
    return super.set(name, counter);
  }
}

export const parts = [
  definePart({
    ...sequenceDurable,
    id: 'sequence-stored-in-hex',
    title: 'Counters that are stored in another base than they are read in',
    layer: (_, host) => counting(host, new InHex(host.store)),
  }),
];
