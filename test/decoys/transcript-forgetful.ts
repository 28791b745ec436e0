/** Keeps what it has seen in memory only: who starts anew knows nothing of before, and what was swallowed meanwhile is nobody's loss. */
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';

/** A storage in which what is known of a room is never found: its name says which. */
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
    return 'room' in JSON.parse(name) ? undefined : this.#storage.get(name);
  }
}

const decoy = definePart({
  ...transcript,
  id: 'transcript-forgetful',
  title: 'Signed views of the room, in memory',
  insteadOf: 'transcript',
  layer: (keys, host) => transcript.layer!(keys, { ...host, store: new Forgetting(host.store) }),
});

export const parts = [decoy];
