import { randomBytes } from 'node:crypto';
import { type Codec, revivingCodec, screened, strictCodec } from '../chat/codec.js';
import type { ChatSettings } from '../model/defense.js';
import type { Bout, Detonator } from './bout.js';
import type { Recorder } from './recorder.js';

const NAME_BYTES = 4;
const NONCE_BYTES = 16;

/** How the programs of one chat decode, and where the functions go that the coursework's decoder finds in a frame. */
export class Decoders {
  /** What a payload must write to prove that it was run: one file's name and its content, fresh for this trial. */
  readonly canary = {
    file: `canary-${randomBytes(NAME_BYTES).toString('hex')}`,
    nonce: randomBytes(NONCE_BYTES).toString('hex'),
  };
  /** SHA-256 (hex) of each source that this trial's own attack has written: nothing else is run. */
  readonly minted = new Set<string>();
  readonly #settings: Pick<ChatSettings, 'codec' | 'screen'>;
  readonly #detonator: Detonator;
  readonly #recorder: Recorder;
  readonly #jobs: Set<Promise<unknown>>;
  readonly #detonations = new Map<string, ReturnType<Detonator['detonate']>>();

  /** `jobs`: what a trial waits for before it calls itself quiet. */
  constructor({ stack, detonator }: Bout, recorder: Recorder, jobs: Set<Promise<unknown>>) {
    this.#settings = stack.settings;
    this.#detonator = detonator;
    this.#recorder = recorder;
    this.#jobs = jobs;
  }

  /** The codec of the program at a place: a member's, or the relay's. */
  codecOf(place: string): Codec {
    const { codec, screen } = this.#settings;
    const detonate = (text: string): void => this.#detonate(place, text);
    // Every program decodes; it is the relay that takes options over.
    const flaws = { overflows: detonate, ...(place === 'relay' ? { merges: detonate } : {}) };
    const plain = codec === 'strict' ? strictCodec : revivingCodec((_, text) => detonate(text), flaws);
    return screen ? screened(plain, screen) : plain;
  }

  /**
   * A function in a frame goes to the contained victim process; what is written down is whether its canary was found.
   * All programs decode alike: one frame is detonated once, wherever it arrives.
   */
  #detonate(place: string, frame: string): void {
    const detonation =
      this.#detonations.get(frame) ?? this.#detonator.detonate(frame, this.canary, this.minted);
    this.#detonations.set(frame, detonation);
    const job = detonation.then(
      ({ executed, why }) => this.#recorder.of(place)({ kind: 'detonation', place, executed, why, frame }),
      (error: Error) => this.#recorder.of('arena')({ kind: 'fault', what: error.message }),
    );
    this.#jobs.add(job);
    void job.then(() => this.#jobs.delete(job));
  }
}
