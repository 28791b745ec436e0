/** One joined nick of one room. Kept until somebody says `leave`: the coursework's relay never removes a session. */
interface Session<C> {
  readonly nick: string;
  readonly connection: C;
}

/** Rooms and their rosters. `alive` tells whether a connection is still there. */
export class Rooms<C> {
  readonly #rooms = new Map<string, Map<string, Session<C>>>();
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

  /** Enters the nick, creating the room at need; false where another living connection has the nick. */
  join(room: string, nick: string, connection: C): boolean {
    const sessions = this.#rooms.get(room) ?? new Map<string, Session<C>>();
    const held = sessions.get(nick);
    if (held && held.connection !== connection && this.#alive(held.connection)) return false;
    sessions.set(nick, { nick, connection });
    this.#rooms.set(room, sessions);
    return true;
  }

  leave(room: string, nick: string): void {
    this.#rooms.get(room)?.delete(nick);
  }

  /** Whether this connection has joined the room, under whatever nick. */
  isIn(room: string, connection: C): boolean {
    return [...(this.#rooms.get(room)?.values() ?? [])].some((session) => session.connection === connection);
  }
}
