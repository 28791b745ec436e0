import { setImmediate } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { Peer } from '../chat/peer.js';
import type { Relay } from '../chat/relay.js';
import { MALLORY } from '../model/trace.js';
import { quiesce } from './barrier.js';
import { HEARTBEAT, HORIZON } from './bout.js';
import { isOtherEnd } from './ends.js';
import type { Recorder } from './recorder.js';
import type { VirtualClock } from './virtual-clock.js';

const SECOND = 1000;
/** Seconds of a wait that are lived through beat by beat. */
const AWAKE = 3600;
/** Turns of the event loop that a frame and what it sets off are given before pings are sent after them. */
const TURNS = 6;

/** Whose frames are waited for. */
export interface Room {
  readonly clock: VirtualClock;
  readonly recorder: Recorder;
  readonly relay: Relay;
  readonly peers: ReadonlyMap<string, Peer>;
  readonly strangers: readonly WebSocket[];
  /** Those of the adversary's connections that have stopped reading: nobody waits for an answer of theirs. */
  readonly deaf: ReadonlySet<WebSocket>;
  readonly jobs: ReadonlySet<Promise<unknown>>;
  readonly signal: AbortSignal;
  /** Called whenever no frame is under way. */
  hushed(): void;
}

/** Waits until nothing moves, and moves the clock only then: a trial waits for events and never for time. */
export class Quiet {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  /** Waits until no frame is under way; free where nothing was sent since the last time. */
  async settle(): Promise<void> {
    const { signal, recorder, relay, peers, strangers, deaf, jobs } = this.#room;
    // A trial that the watchdog has ended must not go on behind its back.
    if (signal.aborted) throw new Error(String(signal.reason));
    const { talkers, hearers } = recorder.busy;
    const beaten = [...relay.unanswered].filter((end) => !this.#isDeaf(end));
    if (talkers.size + hearers.size + jobs.size + beaten.length === 0) return;
    if (deaf.size + beaten.length === 0 && (await this.#arrives())) return this.#hushed();
    await quiesce({
      clientEnds: () => [
        ...[...peers.values()].flatMap(({ nick, socket }) => (talkers.has(nick) && socket ? socket : [])),
        ...(talkers.has(MALLORY) ? strangers.filter((socket) => !deaf.has(socket)) : []),
      ],
      relayEnds: () => [...relay.ends(hearers).filter((end) => !this.#isDeaf(end)), ...beaten],
      sentByClients: () => recorder.sentByClients,
      sentByRelay: () => recorder.sentByRelay,
      jobs: () => (jobs.size > 0 ? Promise.allSettled(jobs) : null),
    });
    this.#hushed();
  }

  /** Settles, and lets the real clock in: a job that puts itself off for ever must not keep the watchdog out. */
  async breathe(): Promise<void> {
    await setImmediate();
    await this.settle();
  }

  /**
   * Lets virtual time pass, timer by timer, waiting for quiet at each. After the first hour what recurs is slept through,
   * as on a computer that is closed, and comes once when that is over.
   */
  async pass(seconds: number): Promise<void> {
    const { clock } = this.#room;
    const end = clock.now() + seconds * SECOND;
    await this.#step(Math.min(end, clock.now() + AWAKE * SECOND));
    while (clock.now() < end) {
      clock.sleep(end);
      await this.#step(clock.now());
    }
  }

  async #step(moment: number): Promise<void> {
    for (let more = true; more; more = this.#room.clock.step(moment)) await this.breathe();
  }

  /** Waits for whatever was put off, then for one heartbeat. */
  async outlast(): Promise<void> {
    const { clock } = this.#room;
    const horizon = clock.now() + HORIZON * SECOND;
    await this.settle();
    for (let due = clock.nextDue; due !== null && due <= horizon; due = clock.nextDue) {
      clock.step(due);
      await this.breathe();
    }
    await this.pass(HEARTBEAT);
  }

  /**
   * Both ends of every connection are observed, so most often counting suffices: whatever was sent has been received
   * within a turn or two of the event loop. Where the counts do not tell (a frame that its receiver cannot read, a
   * connection that closed, a job under way), pings do.
   */
  async #arrives(): Promise<boolean> {
    const { jobs, recorder } = this.#room;
    for (let turn = 0; turn < TURNS; turn++) {
      await setImmediate();
      if (jobs.size > 0) return false;
      if (recorder.allArrived) return true;
    }
    return false;
  }

  #hushed(): void {
    this.#room.recorder.hush();
    this.#room.hushed();
  }

  #isDeaf(end: WebSocket): boolean {
    return [...this.#room.deaf].some((socket) => isOtherEnd(socket, end));
  }
}
