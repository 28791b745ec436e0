import { setImmediate } from 'node:timers/promises';
import type { Peer } from '../chat/peer.js';
import { RefusedByRelay } from '../chat/requests.js';
import { RefusedConnection } from '../chat/tls-refusal.js';
import { Unsaid } from '../chat/unsaid.js';
import type { Step } from '../model/scenario.js';
import { ROOM } from './bout.js';
import type { Quiet } from './quiet.js';

/** Turns of the event loop within which an answer of the relay comes, most often. */
const TURNS = 10;

/** What the cast needs of a trial. */
export interface Stage {
  readonly peers: Map<string, Peer>;
  readonly quiet: Quiet;
  /** Makes a member's program on her own device. */
  makePeer(nick: string): Promise<Peer>;
  /** Ends a member's program, and waits until the relay has noticed. */
  end(peer: Peer): Promise<void>;
  /** Where this member's program connects. */
  addressOf(nick: string): string;
}

/** Those whom these steps bring to the scripts' room first: they are not there from the beginning, unlike who only comes back. */
export function joiners(steps: readonly Step[]): ReadonlySet<string> {
  const late = new Set<string>();
  const left = new Set<string>();
  for (const step of steps) {
    if (step.do === 'leave') left.add(step.who);
    if (step.do === 'join' && step.room === undefined && !left.has(step.who)) late.add(step.who);
  }
  return late;
}

/** The honest people: their programs start, join, speak, leave and start anew as the script says. */
export class Cast {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Those who are there from the beginning connect, then join one after another: who comes first creates the room. */
  async assemble(cast: readonly string[], steps: readonly Step[]): Promise<void> {
    const late = joiners(steps);
    const present = cast.filter((nick) => !late.has(nick));
    await Promise.all(present.map((nick) => this.#start(nick)));
    for (const nick of present) await this.#seat(this.#stage.peers.get(nick)!, ROOM);
    await this.#stage.quiet.settle();
  }

  /** The honest script. A new speaker has seen all that was said before, unless she speaks at once. */
  async play(steps: readonly Step[]): Promise<void> {
    let speaker = '';
    for (const step of steps) {
      if (step.do !== 'say' || (step.author !== speaker && !step.atOnce)) await this.#stage.quiet.settle();
      speaker = step.do === 'say' ? step.author : '';
      await this.#take(step);
    }
    await this.#stage.quiet.settle();
  }

  async #take(step: Step): Promise<void> {
    const { peers, quiet } = this.#stage;
    if (step.do === 'wait') return quiet.pass(step.seconds);
    if (step.do === 'say') return this.#say(step);
    if (step.do === 'leave') {
      const peer = peers.get(step.who)!;
      return this.#answered(peer, peer.leave(ROOM));
    }
    if (step.do === 'restart') await this.#stage.end(peers.get(step.who)!);
    const running = step.do === 'join' ? peers.get(step.who) : undefined;
    return this.#seat(running ?? (await this.#start(step.who)), (step.do === 'join' && step.room) || ROOM);
  }

  #say({ author, room = ROOM, text, secret }: Extract<Step, { do: 'say' }>): void {
    const peer = this.#stage.peers.get(author)!;
    if (!peer.isIn(room)) return;
    try {
      peer.say(room, text, secret);
    } catch (error) {
      // Her program refused, sent nothing, and has written down why.
      if (!(error instanceof Unsaid)) throw error;
    }
  }

  /** A member's program starts and connects; where it refuses whoever answers, it will not enter any room. */
  async #start(nick: string): Promise<Peer> {
    const peer = await this.#stage.makePeer(nick);
    this.#stage.peers.set(nick, peer);
    try {
      await peer.connect(this.#stage.addressOf(nick));
    } catch (error) {
      if (!(error instanceof RefusedConnection)) throw error;
    }
    return peer;
  }

  /** Who does not get in says nothing; her own program has written down that she was turned away. */
  #seat(peer: Peer, room: string): Promise<void> {
    return this.#answered(peer, peer.join(room));
  }

  /**
   * Waits for what a member has asked of the relay, granted or refused. A hostile one may keep its answer: where nothing
   * moves any more, nobody waits for it.
   */
  async #answered(peer: Peer, asked: Promise<unknown>): Promise<void> {
    const answered = asked.catch((error) => {
      if (!(error instanceof RefusedByRelay || error instanceof RefusedConnection)) throw error;
    });
    answered.catch(() => {}); // nobody may be waiting when her program ends
    for (let turn = 0; turn < TURNS && peer.isWaiting; turn++) await setImmediate();
    if (peer.isWaiting) await this.#stage.quiet.settle();
    if (!peer.isWaiting) await answered;
  }
}
