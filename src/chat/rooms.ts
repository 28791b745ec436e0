import type { Session } from '../model/defense.js';

/** A joined nick of one room and whose connection it is. */
interface Held<C> extends Session {
  readonly connection: C;
}

/**
 * Rooms and their sessions. A session is kept until somebody says `leave`, unless a limit removes it: the coursework's
 * relay never does. `alive` tells whether a connection is still there.
 */
export class Rooms<C> {
  readonly #rooms = new Map<string, Map<string, Held<C>>>();
  readonly #alive: (connection: C) => boolean;

  constructor(alive: (connection: C) => boolean) {
    this.#alive = alive;
  }

  names(): string[] {
    return [...this.#rooms.keys()];
  }

  has(room: string): boolean {
    return this.#rooms.has(room);
  }

  roster(room: string): string[] {
    return [...(this.#rooms.get(room)?.keys() ?? [])];
  }

  /** How many sessions the relay keeps. */
  get size(): number {
    let size = 0;
    for (const sessions of this.#rooms.values()) size += sessions.size;
    return size;
  }

  /** The sessions of everybody. */
  all(): Session[] {
    return this.#all();
  }

  /** The sessions of one connection. */
  heldBy(connection: C): Session[] {
    return this.#all().filter((session) => session.connection === connection);
  }

  /** Enters the nick, creating the room at need; false where another living connection has the nick. */
  join(room: string, nick: string, connection: C): boolean {
    const sessions = this.#rooms.get(room) ?? new Map<string, Held<C>>();
    const held = sessions.get(nick);
    if (held && held.connection !== connection && this.#alive(held.connection)) return false;
    sessions.set(nick, { room, nick, connection });
    this.#rooms.set(room, sessions);
    return true;
  }

  leave(room: string, nick: string): void {
    this.#rooms.get(room)?.delete(nick);
  }

  /** Removes the sessions of all connections that `gone` names and answers how many they were. */
  remove(gone: (connection: C) => boolean): number {
    const lost = this.#all().filter(({ connection }) => gone(connection));
    for (const { room, nick } of lost) this.leave(room, nick);
    return lost.length;
  }

  /** Whether this connection has joined the room, under whatever nick. */
  isIn(room: string, connection: C): boolean {
    return [...(this.#rooms.get(room)?.values() ?? [])].some((session) => session.connection === connection);
  }

  #all(): Held<C>[] {
    return [...this.#rooms.values()].flatMap((sessions) => [...sessions.values()]);
  }
}
