import { randomBytes } from 'node:crypto';
import { Agent } from 'node:https';
import { createSecureContext } from 'node:tls';
import type { WebSocket } from 'ws';
import { type Codec, revivingCodec, screened, strictCodec } from '../chat/codec.js';
import { Peer } from '../chat/peer.js';
import { type ForwardingHook, LOOPBACK, Relay } from '../chat/relay.js';
import type { Adversary, Certificate, Tools } from '../model/attack.js';
import { encodeBase64url } from '../model/base64.js';
import { skewed } from '../model/clock.js';
import type { Credentials, Keys, Keysmith } from '../model/defense.js';
import { drawFrom } from '../model/draw.js';
import type { Position } from '../model/property.js';
import type { Step } from '../model/scenario.js';
import { COUNTERS, type Trace } from '../model/trace.js';
import type { Bout, Detonator } from './bout.js';
import { Cast } from './cast.js';
import type { Field } from './field.js';
import { LogFile } from './log-file.js';
import { isInside, isOtherEnd, MALLORY, take } from './positions.js';
import { Quiet } from './quiet.js';
import { Recorder } from './recorder.js';
import { Tap } from './tap.js';
import { toolsFrom } from './toolbox.js';
import { VirtualClock } from './virtual-clock.js';

const SECOND = 1000;
/** The positions on the target's connection to the relay. */
const ON_A_CONNECTION: readonly Position[] = ['wire', 'network', 'thief'];
const SECRET_BYTES = 16;
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
  readonly #afterwards: readonly Step[];
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
  readonly #detonations = new Map<string, ReturnType<Detonator['detonate']>>();
  /** The chat's name, from which its keys come: no two trials share one. */
  readonly #chat = randomBytes(SECRET_BYTES).toString('hex');
  /** What each device has stored, part by part. */
  readonly #stores = new Map<string, Map<string, string>>();
  #tapped: string | undefined;
  #impersonation: Promise<Credentials> | null = null;
  readonly #keyLog: string[] = [];
  readonly #canary = {
    file: `canary-${randomBytes(4).toString('hex')}`,
    nonce: randomBytes(SECRET_BYTES).toString('hex'),
  };
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
    this.#logFile = bout.attack?.position === 'log' ? new LogFile() : null;
    const members = isInside(bout.attack) ? [...bout.scenario.cast, MALLORY] : bout.scenario.cast;
    this.keys = this.#keysFrom(bout.keysmith, members);
    this.#hook = bout.courier ?? (() => ({ do: 'forward' }));
    this.#credentials = bout.stack.settings.tls?.issue(LOOPBACK);
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
        const end = [...this.relay.sockets].find((other) => peer.socket && isOtherEnd(peer.socket, other));
        const gone = new Promise<void>((resolve) => (end ? end.once('close', () => resolve()) : resolve()));
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
    this.tls = await this.#tlsOfClients();
    if (attack && ON_A_CONNECTION.includes(attack.position)) this.tap = this.#makeTap();
    this.#tapped = await this.tap?.listen(new URL(this.url).protocol);
    // Whoever stands on a connection was there before it.
    const early = attack?.position === 'network';
    if (tactic && early) await this.#enter();
    await this.#cast.assemble(this.bout.scenario.cast, [
      ...this.#steps,
      ...this.#meanwhile,
      ...this.#afterwards,
    ]);
    if (attack && tactic && !early) await this.#enter();
    await this.#adversary?.begin?.();
    await this.#cast.play(this.#steps);
    await this.#cast.play(this.#meanwhile);
    await this.#adversary?.end?.();
    await this.#cast.play(this.#afterwards);
    await this.#quiet.outlast();
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

  answerAsRelay(certificate: Certificate): void {
    const { tls } = this.bout.stack.settings;
    // What she can have: the relay's name from an authority that nobody trusts, or another name from one that all do.
    const names = {
      'of her own making': () => tls!.imitate(LOOPBACK),
      'in her own name': () => tls!.issue(MALLORY),
    };
    this.#impersonation = tls ? names[certificate]() : null;
  }

  #makeTap(): Tap {
    return new Tap(Number(new URL(this.url).port), {
      pass: (passing) => this.#adversary?.pass?.(passing) ?? passing.bytes,
      certificate: () => this.#impersonation,
    });
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
    return parts.some(({ stage, personalKeys }) => stage === 'signature' || personalKeys)
      ? settings.limits?.membership
      : undefined;
  }

  async #tlsOfClients(): Promise<Field['tls']> {
    const credentials = await this.#credentials;
    if (!credentials) return {};
    const { verifies } = this.bout.stack.settings.tls!;
    return {
      // One for all of them: reading the authority's certificate costs more than a connection.
      secureContext: createSecureContext({ ca: credentials.authority }),
      rejectUnauthorized: verifies !== 'nothing',
      // The library hands it to node:tls, where an answer that is not an error is no objection.
      ...(verifies === 'chain and host' ? {} : { checkServerIdentity: () => false }),
    };
  }

  relayLog(): string {
    return this.#relayLog.join('\n');
  }

  /**
   * A function in a frame goes to the contained victim process; what is written down is whether its canary was found.
   * All programs decode alike: one frame is detonated once, wherever it arrives.
   */
  #detonate(place: string, frame: string): void {
    const detonation =
      this.#detonations.get(frame) ?? this.bout.detonator.detonate(frame, this.#canary, this.#minted);
    this.#detonations.set(frame, detonation);
    const job = detonation.then(
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
    const { stack, keysmith, skews } = this.bout;
    const { announcesKeys, takesUnsealed = false } = stack.settings;
    const personal = (membership || announcesKeys) && (await this.keys(nick, undefined)).personal;
    return new Peer({
      nick,
      codec: this.#codecOf(nick),
      clock: skewed(this.clock, skews?.[nick] ?? this.bout.attack?.circumstances?.skews?.[nick] ?? 0),
      observe: this.recorder.of(nick),
      log: (line) => this.#log(nick, line),
      suite: stack.wire.suite,
      salt: keysmith.salt,
      unlock: async (salt, hosts) => stack.arm(await this.keys(nick, salt), hosts),
      store: (part) => this.storageOf(nick, part),
      ...(membership && personal
        ? { prove: (statement) => membership.prove(statement, personal.secret) }
        : {}),
      ...(announcesKeys && personal ? { announces: encodeBase64url(personal.public) } : {}),
      takesUnsealed,
      tls: this.#tlsOf(nick),
      answersRefusals: stack.settings.answersRefusals ?? false,
    });
  }

  keyLog(nick: string): readonly string[] {
    return nick === this.target ? this.#keyLog : [];
  }

  /** The TLS of a member's client; of the target's, where somebody may steal it, the secrets are written down. */
  #tlsOf(nick: string): Field['tls'] & { agent?: Agent } {
    if (this.bout.attack?.position !== 'thief' || nick !== this.target || !this.#credentials) return this.tls;
    const agent = new Agent();
    agent.on('keylog', (line) => this.#keyLog.push(line.toString().trim()));
    return { ...this.tls, agent };
  }

  storageOf(nick: string, part: string): Map<string, string> {
    const name = JSON.stringify([nick, part]);
    const store = this.#stores.get(name) ?? new Map<string, string>();
    this.#stores.set(name, store);
    return store;
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
    if (attack!.position.startsWith('relay') && forward)
      this.#hook = (frame) => forward.call(this.#adversary, frame);
  }

  #tools(): Promise<Tools> {
    return toolsFrom({
      bout: this.bout,
      steps: this.#steps,
      clock: this.clock,
      recorder: this.recorder,
      quiet: this.#quiet,
      signal: this.#abort.signal,
      canary: this.#canary,
      minted: this.#minted,
      keys: this.keys,
      keysFrom: (keysmith, members) => this.#keysFrom(keysmith, members),
    });
  }

  #keysFrom(keysmith: Keysmith, members: readonly string[]): ReturnType<Keysmith['chat']> {
    return keysmith.chat(this.#chat, members, this.bout.stack.settings.derivation);
  }
}
