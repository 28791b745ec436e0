import type { Event, Observation, Observe } from '../model/trace.js';

/** Characters that the trace keeps of a text that is too long for it. */
const SHOWN = 200;

/** Writes the trace: gives each observation its id and its moment, and counts what was sent. */
export class Recorder {
  readonly #events: Event[] = [];
  readonly #counters = new Map<string, number>();
  readonly #time: () => number;
  readonly #talkers = new Set<string>();
  readonly #hearers = new Set<string>();
  #fromClients = 0;
  #fromRelay = 0;
  #toRelay = 0;
  #toClients = 0;
  #open = true;

  readonly #longest: number;

  /** `time`: virtual seconds since the trial began. `longest`: of texts with more characters the trace keeps the beginning. */
  constructor(time: () => number, longest = Infinity) {
    this.#time = time;
    this.#longest = longest;
  }

  get trace(): readonly Event[] {
    return this.#events;
  }

  get sentByClients(): number {
    return this.#fromClients;
  }

  get sentByRelay(): number {
    return this.#fromRelay;
  }

  /** Whose connections carried a frame since `hush`: those who sent one, and those to whom the relay sent one. */
  get busy(): { readonly talkers: ReadonlySet<string>; readonly hearers: ReadonlySet<string> } {
    return { talkers: this.#talkers, hearers: this.#hearers };
  }

  /** Whether every frame that was sent since `hush` has reached the program that it was sent to. */
  get allArrived(): boolean {
    return this.#toRelay === 0 && this.#toClients === 0;
  }

  /** All that was sent has arrived, or never will. */
  hush(): void {
    this.#talkers.clear();
    this.#hearers.clear();
    this.#toRelay = 0;
    this.#toClients = 0;
  }

  /** The observer of one participant. */
  of(who: string): Observe {
    return (observation) => this.#write(who, observation);
  }

  /** Nothing that happens later belongs to the trial. */
  close(): void {
    this.#open = false;
  }

  #write(who: string, observation: Observation): string {
    const count = (this.#counters.get(who) ?? 0) + 1;
    this.#counters.set(who, count);
    const id = `${who}#${count}`;
    if (!this.#open) return id;
    this.#events.push({ id, who, at: this.#time(), ...this.#shortened(observation) });
    this.#count(who, observation);
    return id;
  }

  /** A flood is told by its size: nobody needs megabytes of it in a trace. */
  #shortened(observation: Observation): Observation {
    const short = (value: unknown): unknown =>
      typeof value === 'string' && value.length > this.#longest
        ? `${value.slice(0, SHOWN)}… (${value.length} characters)`
        : value;
    if (this.#longest === Infinity) return observation;
    return Object.fromEntries(
      Object.entries(observation).map(([key, value]) => [key, short(value)]),
    ) as Observation;
  }

  #count(who: string, observation: Observation): void {
    if (observation.kind === 'frame-out') {
      this.#fromClients++;
      this.#toRelay++;
      this.#talkers.add(who);
    }
    if (observation.kind === 'frame-in' && who === 'relay') this.#toRelay--;
    else if (observation.kind === 'frame-in') this.#toClients--;
    if (observation.kind === 'inject' || (observation.kind === 'forward' && observation.bytes !== null)) {
      this.#fromRelay++;
      // What is put off is sent, and counted, when its time has come.
      if (!('decision' in observation && observation.decision === 'delay')) this.#toClients++;
      this.#hearers.add(observation.to);
    }
  }
}
