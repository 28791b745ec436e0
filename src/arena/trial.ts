import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { Peer } from '../chat/peer.js';
import { type ForwardingHook, Relay } from '../chat/relay.js';
import type { Adversary, Passing, Tools } from '../model/attack.js';
import { encodeBase64url } from '../model/base64.js';
import { skewed } from '../model/clock.js';
import type { Keys, Keysmith } from '../model/defense.js';
import { drawFrom } from '../model/draw.js';
import { reasonOf } from '../model/failure.js';
import type { Position } from '../model/property.js';
import type { Step } from '../model/scenario.js';
import { COUNTERS, MALLORY, type Trace } from '../model/trace.js';
import type { Bout } from './bout.js';
import { Cast, joiners } from './cast.js';
import { Decoders } from './decoders.js';
import { oneOf, otherEndOf } from './ends.js';
import type { Field } from './field.js';
import { formsOf, inTurn } from './in-turn.js';
import { Logs } from './logs.js';
import { isInside, take } from './positions.js';
import { Quiet } from './quiet.js';
import { Recorder } from './recorder.js';
import { Tap } from './tap.js';
import { toolsFrom } from './toolbox.js';
import { Transport } from './transport.js';
import { VirtualClock } from './virtual-clock.js';

const SECOND = 1000;
/** The positions on the target's connection to the relay. */
const ON_A_CONNECTION: readonly Position[] = ['wire', 'network', 'thief'];
const SECRET_BYTES = 16;
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
  readonly transport: Transport;
  readonly logs: Logs;
  tap: Tap | null = null;
  url = '';
  readonly #steps: readonly Step[];
  readonly #meanwhile: readonly Step[];
  readonly #afterwards: readonly Step[];
  readonly #abort = new AbortController();
  readonly #decoders: Decoders;
  /** The members' public keys as the relay knows them, where it asks for signed joins. */
  #pinned: Keys['pinned'] | null = null;
  readonly #sampled = new Map<string, number>();
  readonly #jobs = new Set<Promise<unknown>>();
  /** The chat's name, from which its keys come: no two trials share one. */
  readonly #chat = randomBytes(SECRET_BYTES).toString('hex');
  /** What each device has stored, part by part. */
  readonly #stores = new Map<string, Map<string, string>>();
  #tapped: string | undefined;
  readonly #quiet: Quiet;
  readonly #cast: Cast;
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
    this.#meanwhile = bout.tactic?.meanwhile ?? bout.attack?.circumstances?.meanwhile ?? [];
    this.#afterwards = bout.attack?.circumstances?.afterwards ?? [];
    const start = Date.UTC(2026, 0, 1) + draw.below(365 * 86_400) * SECOND;
    this.clock = new VirtualClock(start);
    const longest = bout.attack?.position === 'flooder' ? LONGEST_IN_A_FLOOD : Infinity;
    this.recorder = new Recorder(() => (this.clock.now() - start) / SECOND, longest);
    this.target = bout.attack?.target ?? 'relay';
    this.transport = new Transport(bout, this.target);
    this.logs = new Logs(bout, this.recorder, this.target);
    this.#decoders = new Decoders(bout, this.recorder, this.#jobs);
    // Whoever joins only later was pinned with the others: a member without a key could not get in where keys are asked for.
    const people = new Set([...bout.scenario.cast, ...joiners(this.#all)]);
    const members = isInside(bout.attack) ? [...people, MALLORY] : [...people];
    this.keys = this.#keysFrom(bout.keysmith, members);
    this.#hook = bout.courier ?? (() => ({ do: 'forward' }));
    this.relay = this.#makeRelay();
    this.#quiet = new Quiet({
      clock: this.clock,
      recorder: this.recorder,
      relay: this.relay,
      peers: this.peers,
      strangers: this.strangers,
      deaf: this.deaf,
      jobs: this.#jobs,
      signal: this.#abort.signal,
      hushed: () => this.#sample(),
    });
    this.#cast = new Cast({
      peers: this.peers,
      quiet: this.#quiet,
      makePeer: (nick) => this.#makePeer(nick),
      end: async (peer) => {
        const end = peer.socket && otherEndOf(peer.socket, this.relay.sockets);
        const gone = end && oneOf(end, 'close');
        peer.close();
        await gone;
      },
      addressOf: (nick) => (this.#tapped && nick === this.target ? this.#tapped : this.url),
    });
  }

  settle(): Promise<void> {
    return this.#quiet.settle();
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
    await this.transport.open();
    if (attack && ON_A_CONNECTION.includes(attack.position)) this.tap = this.#makeTap();
    this.#tapped = await this.tap?.listen(new URL(this.url).protocol);
    // Whoever stands on a connection was there before it.
    const early = attack?.position === 'network';
    if (tactic && early) await this.#enter();
    await this.#cast.assemble(this.bout.scenario.cast, this.#all);
    if (attack && tactic && !early) await this.#enter();
    await this.#adversary?.begin?.();
    await this.#cast.play(this.#steps);
    await this.#cast.play(this.#meanwhile);
    await this.#adversary?.end?.();
    await this.#cast.play(this.#afterwards);
    await this.#quiet.outlast();
    for (const text of [this.#adversary?.guess?.() ?? []].flat())
      this.recorder.of(MALLORY)({ kind: 'guess', text });
  }

  /** Ends everything that the trial opened. */
  async close(): Promise<void> {
    this.#abort.abort('the trial is over');
    this.recorder.close();
    await Promise.allSettled(this.#jobs);
    for (const peer of this.peers.values()) peer.close();
    for (const socket of this.strangers) socket.terminate();
    this.logs.remove();
    await Promise.all([this.relay.close(), this.tap?.close()]);
  }

  #makeTap(): Tap {
    return new Tap(Number(new URL(this.url).port), {
      pass: (passing) => this.#passed(passing),
      certificate: () => this.transport.imitated,
    });
  }

  /** What goes on of bytes that pass. An adversary that throws there has made a mistake, as in the forwarding hook. */
  #passed(passing: Passing): Uint8Array {
    try {
      const bytes: unknown = this.#adversary?.pass?.(passing) ?? passing.bytes;
      if (bytes instanceof Uint8Array) return bytes;
      throw new TypeError('it answered no bytes');
    } catch (error) {
      this.recorder.of(MALLORY)({
        kind: 'crash',
        what: `the adversary threw on the connection: ${reasonOf(error)}`,
      });
      return passing.bytes;
    }
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

  async prove(nick: string, statement: Uint8Array): Promise<string | null> {
    const { personal } = await this.keys(nick, undefined);
    return this.#membership?.prove(statement, personal.secret) ?? null;
  }

  /** Everything that honest people do, in order. */
  get #all(): readonly Step[] {
    return [...this.#steps, ...this.#meanwhile, ...this.#afterwards];
  }

  /** How joins and leaves are signed: where the limits ask for it and the members have keys. */
  get #membership() {
    const { parts, settings } = this.bout.stack;
    return parts.some(({ stage, personalKeys }) => stage === 'signature' || personalKeys)
      ? settings.limits?.membership
      : undefined;
  }

  #makeRelay(): Relay {
    const { limits, relayLog } = this.bout.stack.settings;
    const { credentials } = this.transport;
    return new Relay({
      ...(limits ? { limits } : {}),
      ...(relayLog ? { logging: relayLog } : {}),
      ...(credentials ? { credentials } : {}),
      ...(this.#membership ? { pinned: { get: (nick) => this.#pinned?.get(nick) } } : {}),
      logKey: this.logs.key,
      codec: this.#decoders.codecOf('relay'),
      clock: this.clock,
      observe: this.recorder.of('relay'),
      log: (line) => this.logs.write('relay', line),
      hook: (frame) => this.#hook(frame),
    });
  }

  async #makePeer(nick: string): Promise<Peer> {
    const membership = this.#membership;
    const { stack, keysmith, attack, tactic } = this.bout;
    const skews = { ...attack?.circumstances?.skews, ...tactic?.skews, ...this.bout.skews };
    const { announcesKeys, takesUnsealed = false } = stack.settings;
    const personal = (membership || announcesKeys) && (await this.keys(nick, undefined)).personal;
    return new Peer({
      nick,
      codec: this.#decoders.codecOf(nick),
      clock: skewed(this.clock, skews[nick] ?? 0),
      observe: this.recorder.of(nick),
      log: (line) => this.logs.write(nick, line),
      suite: stack.wire.suite,
      salt: keysmith.salt,
      unlock: async (salt, hosts) => stack.arm(await this.keys(nick, salt), hosts),
      store: (part) => this.storageOf(nick, part),
      ...(membership && personal
        ? { prove: (statement) => membership.prove(statement, personal.secret) }
        : {}),
      ...(announcesKeys && personal ? { announces: encodeBase64url(personal.public) } : {}),
      takesUnsealed,
      tls: this.transport.of(nick),
      answersRefusals: stack.settings.answersRefusals ?? false,
    });
  }

  storageOf(nick: string, part: string): Map<string, string> {
    const name = JSON.stringify([nick, part]);
    const store = this.#stores.get(name) ?? new Map<string, string>();
    this.#stores.set(name, store);
    return store;
  }

  async #enter(): Promise<void> {
    const { attack, tactic } = this.bout;
    const position = await take(attack!.position, this);
    const tools = await this.#tools();
    const adversaries = formsOf(tactic!).map((form) => attack!.adversary(position, form, tools));
    // A plugin's may be anything.
    if (!adversaries.every((adversary) => typeof adversary === 'object' && adversary !== null))
      throw new TypeError(`the adversary of ${attack!.id} is no object`);
    const adversary = inTurn(adversaries);
    this.#adversary = adversary;
    const { forward } = adversary;
    if (attack!.position.startsWith('relay') && forward)
      this.#hook = (frame) => forward.call(adversary, frame);
  }

  #tools(): Promise<Tools> {
    return toolsFrom({
      bout: this.bout,
      steps: this.#steps,
      clock: this.clock,
      recorder: this.recorder,
      quiet: this.#quiet,
      signal: this.#abort.signal,
      canary: this.#decoders.canary,
      minted: this.#decoders.minted,
      keys: this.keys,
      keysFrom: (keysmith, members) => this.#keysFrom(keysmith, members),
    });
  }

  #keysFrom(keysmith: Keysmith, members: readonly string[]): ReturnType<Keysmith['chat']> {
    return keysmith.chat(this.#chat, members, this.bout.stack.settings.derivation);
  }
}
