import { createHash, randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { type Codec, revivingCodec, screened, strictCodec } from '../chat/codec.js';
import { Peer, RefusedByRelay } from '../chat/peer.js';
import { type ForwardingHook, LOOPBACK, Relay } from '../chat/relay.js';
import type { Adversary, Dictionary, Tools } from '../model/attack.js';
import { skewed } from '../model/clock.js';
import type { Credentials, Keys, Keysmith } from '../model/defense.js';
import { drawFrom } from '../model/draw.js';
import type { Step } from '../model/scenario.js';
import { COUNTERS, type Trace } from '../model/trace.js';
import { quiesce } from './barrier.js';
import { type Bout, HEARTBEAT, HORIZON, ROOM } from './bout.js';
import type { Field } from './field.js';
import { predictable, roomsOf, secretLine } from './lines.js';
import { LogFile } from './log-file.js';
import { isOtherEnd, MALLORY, ownClient, take } from './positions.js';
import { Recorder } from './recorder.js';
import { Tap } from './tap.js';
import { VirtualClock } from './virtual-clock.js';

const SECOND = 1000;
const SECRET_BYTES = 16;
/** Turns of the event loop that a frame and what it sets off are given before pings are sent after them. */
const TURNS = 6;
const LOG_KEY_BYTES = 32;
/** Characters of one text that the trace of a flood keeps. */
const LONGEST_IN_A_FLOOD = 4096;

/** One fresh chat, its people, its adversary and its clock. Made, fought once and closed. */
export class Trial implements Field {
  readonly bout: Bout;
  readonly clock: VirtualClock;
  readonly recorder: Recorder;
  readonly relay: Relay;
  readonly peers = new Map<string, Peer>();
  readonly strangers: WebSocket[] = [];
  readonly target: string;
  readonly keys: (nick: string, salt: string | undefined) => Promise<Keys>;
  readonly deaf = new Set<WebSocket>();
  tls: Field['tls'] = {};
  tap: Tap | null = null;
  url = '';
  readonly #steps: readonly Step[];
  readonly #meanwhile: readonly Step[];
  readonly #abort = new AbortController();
  readonly #logFile: LogFile | null;
  readonly #relayLog: string[] = [];
  readonly #logKey = randomBytes(LOG_KEY_BYTES);
  readonly #credentials: Promise<Credentials> | undefined;
  /** The members' public keys as the relay knows them, where it asks for signed joins. */
  #pinned: Keys['pinned'] | null = null;
  readonly #sampled = new Map<string, number>();
  readonly #jobs = new Set<Promise<unknown>>();
  readonly #minted = new Set<string>();
  /** What each device has stored, part by part. */
  /** The chat's name, from which its keys come: no two trials share one. */
  readonly #chat = randomBytes(SECRET_BYTES).toString('hex');
  readonly #stores = new Map<string, Map<string, string>>();
  #tapped: string | undefined;
  readonly #canary = {
    file: `canary-${randomBytes(4).toString('hex')}`,
    nonce: randomBytes(SECRET_BYTES).toString('hex'),
  };
  #adversary: Adversary | null = null;
  #hook: ForwardingHook;

  constructor(bout: Bout) {
    this.bout = bout;
    const draw = drawFrom(bout.seed);
    // The story comes from the seed; the secret never does.
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    const { scenario } = bout;
    const script = scenario.scripts?.[bout.attack?.id ?? ''] ?? scenario.script;
    this.#steps = script.call(scenario, draw, secret);
    this.#meanwhile = bout.attack?.circumstances?.meanwhile ?? [];
    const start = Date.UTC(2026, 0, 1) + draw.below(365 * 86_400) * SECOND;
    this.clock = new VirtualClock(start);
    const longest = bout.attack?.position === 'flooder' ? LONGEST_IN_A_FLOOD : Infinity;
    this.recorder = new Recorder(() => (this.clock.now() - start) / SECOND, longest);
    this.target = bout.attack?.target ?? 'relay';
    this.#logFile = bout.attack?.position === 'log' ? new LogFile() : null;
    const members =
      bout.attack?.position === 'insider' ? [...bout.scenario.cast, MALLORY] : bout.scenario.cast;
    this.keys = this.#keysFrom(bout.keysmith, members);
    this.#hook = bout.courier ?? (() => ({ do: 'forward' }));
    this.#credentials = bout.stack.settings.tls?.issue(LOOPBACK);
    this.relay = this.#makeRelay();
  }

  get trace(): Trace {
    return this.recorder.trace;
  }

  /** Fights the trial from the first connection to quiescence. */
  async run(): Promise<void> {
    const { attack, tactic } = this.bout;
    const { guessable } = this.bout;
    if (guessable) this.recorder.of('arena')({ kind: 'password', text: guessable.password });
    if (this.#membership) this.#pinned = (await this.keys('relay', undefined)).pinned;
    this.url = await this.relay.listen();
    this.tls = await this.#tlsOfClients();
    if (attack?.position === 'wire') this.tap = new Tap(Number(new URL(this.url).port));
    this.#tapped = await this.tap?.listen(new URL(this.url).protocol);
    const late = new Set(
      [...this.#steps, ...this.#meanwhile].flatMap((step) =>
        step.do === 'join' && step.room === undefined ? step.who : [],
      ),
    );
    const present = this.bout.scenario.cast.filter((nick) => !late.has(nick));
    await Promise.all(present.map((nick) => this.#start(nick)));
    // One after another: who comes first creates the room.
    for (const nick of present) await this.#seat(this.peers.get(nick)!, ROOM);
    await this.settle();
    if (attack && tactic) await this.#enter();
    await this.#adversary?.begin?.();
    await this.#play(this.#steps);
    await this.#play(this.#meanwhile);
    await this.#adversary?.end?.();
    await this.#outlast();
    const guess = this.#adversary?.guess?.();
    if (guess !== undefined) this.recorder.of(MALLORY)({ kind: 'guess', text: guess });
  }

  /** Ends everything that the trial opened. */
  async close(): Promise<void> {
    this.#abort.abort('the trial is over');
    this.recorder.close();
    await Promise.allSettled(this.#jobs);
    for (const peer of this.peers.values()) peer.close();
    for (const socket of this.strangers) socket.terminate();
    this.#logFile?.remove();
    await Promise.all([this.relay.close(), this.tap?.close()]);
  }

  /** Waits until no frame is under way; free where nothing was sent since the last time. */
  async settle(): Promise<void> {
    // A trial that the watchdog has ended must not go on behind its back.
    if (this.#abort.signal.aborted) throw new Error(String(this.#abort.signal.reason));
    const { talkers, hearers } = this.recorder.busy;
    const beaten = [...this.relay.unanswered].filter((end) => !this.#isDeaf(end));
    if (talkers.size + hearers.size + this.#jobs.size + beaten.length === 0) return;
    if (this.deaf.size + beaten.length === 0 && (await this.#arrives())) return this.#hushed();
    await quiesce({
      clientEnds: () => [
        ...[...this.peers.values()].flatMap(({ nick, socket }) =>
          talkers.has(nick) && socket ? socket : [],
        ),
        ...(talkers.has(MALLORY) ? this.strangers.filter((socket) => !this.deaf.has(socket)) : []),
      ],
      relayEnds: () => [...this.relay.ends(hearers).filter((end) => !this.#isDeaf(end)), ...beaten],
      sentByClients: () => this.recorder.sentByClients,
      sentByRelay: () => this.recorder.sentByRelay,
      jobs: () => (this.#jobs.size > 0 ? Promise.allSettled(this.#jobs) : null),
    });
    this.#hushed();
  }

  /**
   * Both ends of every connection are observed, so most often counting suffices: whatever was sent has been received
   * within a turn or two of the event loop. Where the counts do not tell (a frame that its receiver cannot read, a
   * connection that closed, a job under way), pings do.
   */
  async #arrives(): Promise<boolean> {
    for (let turn = 0; turn < TURNS; turn++) {
      await setImmediate();
      if (this.#jobs.size > 0) return false;
      if (this.recorder.allArrived) return true;
    }
    return false;
  }

  #hushed(): void {
    this.recorder.hush();
    this.#sample();
  }

  #isDeaf(end: WebSocket): boolean {
    return [...this.deaf].some((socket) => isOtherEnd(socket, end));
  }

  /** Writes down what the relay held at most, where that is what an attack is about. */
  #sample(): void {
    if (this.bout.attack?.position !== 'flooder') return;
    const { peaks } = this.relay;
    for (const counter of COUNTERS) {
      if (peaks[counter] <= (this.#sampled.get(counter) ?? 0)) continue;
      this.#sampled.set(counter, peaks[counter]);
      this.recorder.of('relay')({ kind: 'gauge', counter, value: peaks[counter] });
    }
  }

  /** Settles, and lets the real clock in: a job that puts itself off for ever must not keep the watchdog out. */
  async #breathe(): Promise<void> {
    await setImmediate();
    await this.settle();
  }

  /** Lets virtual time pass, timer by timer, waiting for quiet at each. */
  async pass(seconds: number): Promise<void> {
    const end = this.clock.now() + seconds * SECOND;
    for (let more = true; more; more = this.clock.step(end)) await this.#breathe();
  }

  readLog(): string {
    return this.#logFile?.read() ?? '';
  }

  keyBesideLog(): string | null {
    return this.bout.stack.settings.relayLog?.keyBeside ? this.#logKey.toString('hex') : null;
  }

  async prove(nick: string, statement: Uint8Array): Promise<string | null> {
    const { personal } = await this.keys(nick, undefined);
    return this.#membership?.prove(statement, personal.secret) ?? null;
  }

  /** How joins and leaves are signed: where the limits ask for it and the members have keys. */
  get #membership() {
    const { parts, settings } = this.bout.stack;
    return parts.some((part) => part.stage === 'signature') ? settings.limits?.membership : undefined;
  }

  async #tlsOfClients(): Promise<Field['tls']> {
    const credentials = await this.#credentials;
    if (!credentials) return {};
    const { verifies } = this.bout.stack.settings.tls!;
    return {
      ca: credentials.authority,
      rejectUnauthorized: verifies !== 'nothing',
      // The library hands it to node:tls, where an answer that is not an error is no objection.
      ...(verifies === 'chain and host' ? {} : { checkServerIdentity: () => false }),
    };
  }

  relayLog(): string {
    return this.#relayLog.join('\n');
  }

  /** A function in a frame goes to the contained victim process; what is written down is whether its canary was found. */
  #detonate(place: string, frame: string): void {
    const job = this.bout.detonator.detonate(frame, this.#canary, this.#minted).then(
      ({ executed, why }) => this.recorder.of(place)({ kind: 'detonation', place, executed, why, frame }),
      (error: Error) => this.recorder.of('arena')({ kind: 'fault', what: error.message }),
    );
    this.#jobs.add(job);
    void job.then(() => this.#jobs.delete(job));
  }

  #codecOf(place: string): Codec {
    const { codec, screen } = this.bout.stack.settings;
    const detonate = (text: string): void => this.#detonate(place, text);
    // Every program decodes; it is the relay that takes options over.
    const flaws = { overflows: detonate, ...(place === 'relay' ? { merges: detonate } : {}) };
    const plain = codec === 'strict' ? strictCodec : revivingCodec((_, text) => detonate(text), flaws);
    return screen ? screened(plain, screen) : plain;
  }

  #makeRelay(): Relay {
    const { limits, relayLog } = this.bout.stack.settings;
    return new Relay({
      ...(limits ? { limits } : {}),
      ...(relayLog ? { logging: relayLog } : {}),
      ...(this.#credentials ? { credentials: this.#credentials } : {}),
      ...(this.#membership ? { pinned: { get: (nick) => this.#pinned?.get(nick) } } : {}),
      logKey: this.#logKey,
      codec: this.#codecOf('relay'),
      clock: this.clock,
      observe: this.recorder.of('relay'),
      log: (line) => this.#log('relay', line),
      hook: (frame) => this.#hook(frame),
    });
  }

  async #makePeer(nick: string): Promise<Peer> {
    const membership = this.#membership;
    const secret = membership && (await this.keys(nick, undefined)).personal.secret;
    const { stack, keysmith, skews } = this.bout;
    return new Peer({
      nick,
      codec: this.#codecOf(nick),
      clock: skewed(this.clock, skews?.[nick] ?? this.bout.attack?.circumstances?.skews?.[nick] ?? 0),
      observe: this.recorder.of(nick),
      log: (line) => this.#log(nick, line),
      suite: stack.wire.suite,
      salt: keysmith.salt,
      unlock: async (salt, hosts) => stack.arm(await this.keys(nick, salt), hosts),
      store: (part) => this.#storeOf(nick, part),
      ...(membership && secret ? { prove: (statement) => membership.prove(statement, secret) } : {}),
      tls: this.tls,
      answersRefusals: stack.settings.answersRefusals ?? false,
    });
  }

  #storeOf(nick: string, part: string): Map<string, string> {
    const name = JSON.stringify([nick, part]);
    const store = this.#stores.get(name) ?? new Map<string, string>();
    this.#stores.set(name, store);
    return store;
  }

  /** A member's program starts and connects. */
  async #start(nick: string): Promise<Peer> {
    const peer = await this.#makePeer(nick);
    this.peers.set(nick, peer);
    await peer.connect(this.#tapped && nick === this.target ? this.#tapped : this.url);
    return peer;
  }

  /** Whom the relay does not let in says nothing; her own program has written down that she was turned away. */
  async #seat(peer: Peer, room: string): Promise<void> {
    try {
      await peer.join(room);
    } catch (error) {
      if (!(error instanceof RefusedByRelay)) throw error;
    }
  }

  #log(who: string, line: string): void {
    this.recorder.of(who)({ kind: 'log', line });
    if (who === 'relay') this.#relayLog.push(line);
    if (who === this.target) this.#logFile?.write(line);
  }

  async #enter(): Promise<void> {
    const { attack, tactic } = this.bout;
    const position = await take(attack!.position, this);
    this.#adversary = attack!.adversary(position, tactic!, await this.#tools());
    const { forward } = this.#adversary;
    if (attack!.position === 'relay' && forward) this.#hook = (frame) => forward.call(this.#adversary, frame);
  }

  async #tools(): Promise<Tools> {
    const observe = this.recorder.of(MALLORY);
    return {
      wire: this.bout.stack.wire,
      room: ROOM,
      rooms: roomsOf(this.#steps),
      members: this.bout.scenario.cast,
      known: predictable(this.#steps),
      secret: secretLine(this.#steps),
      own: ownClient(this.bout.stack, await this.#strangersKeys()),
      dictionary: this.#dictionary(),
      draw: drawFrom(this.bout.seed ^ 0x5eed),
      signal: this.#abort.signal,
      now: () => Math.floor(this.clock.now() / SECOND),
      random: (bytes) => randomBytes(bytes),
      wait: (seconds) => this.pass(seconds),
      settle: () => this.#breathe(),
      did: (what) => void observe({ kind: 'did', what }),
      mint: (source) => {
        this.#minted.add(createHash('sha256').update(source).digest('hex'));
        return source;
      },
      canary: this.#canary,
    };
  }

  #keysFrom(keysmith: Keysmith, members: readonly string[]): ReturnType<Keysmith['chat']> {
    return keysmith.chat(this.#chat, members, this.bout.stack.settings.derivation);
  }

  /** Anybody may try a word: with it she has the group's keys or not, and everybody's public keys are public. */
  #dictionary(): Dictionary | null {
    const { guessable, stack } = this.bout;
    if (!guessable) return null;
    return {
      words: guessable.candidates.map(({ password }) => password),
      client: async (word) => {
        const { keysmith } = guessable.candidates.find(({ password }) => password === word)!;
        const { group } = await this.#keysFrom(keysmith, [])(MALLORY, undefined);
        const { pinned } = await this.keys(MALLORY, undefined);
        return ownClient(stack, { ...(await this.#strangersKeys()), group, pinned });
      },
    };
  }

  /** Keys of the adversary's own making: of her own chat, with a password that is not the group's. */
  #strangersKeys(): Promise<Keys> {
    return this.bout.strangerKeysmith.chat(randomBytes(SECRET_BYTES).toString('hex'), [MALLORY])(
      MALLORY,
      undefined,
    );
  }

  /** The honest script. A new speaker has seen all that was said before. */
  async #play(steps: readonly Step[]): Promise<void> {
    let speaker = '';
    for (const step of steps) {
      if (step.do !== 'say' || step.author !== speaker) await this.settle();
      speaker = step.do === 'say' ? step.author : '';
      await this.#take(step);
    }
    await this.settle();
  }

  async #take(step: Step): Promise<void> {
    if (step.do === 'wait') return this.pass(step.seconds);
    if (step.do === 'say') return this.#say(step);
    if (step.do === 'leave') return this.peers.get(step.who)!.leave(ROOM);
    if (step.do === 'restart') this.peers.get(step.who)?.close();
    if (step.do === 'join' && step.room !== undefined)
      return this.#seat(this.peers.get(step.who)!, step.room);
    return this.#seat(await this.#start(step.who), ROOM);
  }

  #say({ author, room = ROOM, text, secret }: Extract<Step, { do: 'say' }>): void {
    const peer = this.peers.get(author)!;
    if (peer.isIn(room)) peer.say(room, text, secret);
  }

  /** Waits for whatever was put off, then for one heartbeat. */
  async #outlast(): Promise<void> {
    const horizon = this.clock.now() + HORIZON * SECOND;
    await this.settle();
    for (let due = this.clock.nextDue; due !== null && due <= horizon; due = this.clock.nextDue) {
      this.clock.step(due);
      await this.#breathe();
    }
    await this.pass(HEARTBEAT);
  }
}
