import type { Clock } from '../model/clock.js';
import type { LogEntry, RelayLogging } from '../model/defense.js';
import type { Observe } from '../model/trace.js';

export interface RelayLogOptions {
  readonly clock: Clock;
  readonly observe: Observe;
  /** Takes one line, without its newline. */
  readonly write: (line: string) => void;
  readonly logging?: RelayLogging;
  /** 32 bytes of the relay's own. */
  readonly key?: Uint8Array;
}

/** The relay's log: one entry an event, written the way the chat's settings say. */
export class RelayLog {
  readonly #options: RelayLogOptions;
  readonly #writer: ReturnType<RelayLogging['writer']>;

  constructor(options: RelayLogOptions) {
    this.#options = options;
    this.#writer = options.logging?.writer(options.key ?? new Uint8Array(32)) ?? asText;
  }

  /** Writes down that something happened now. */
  note(entry: Omit<LogEntry, 'time'>): void {
    const time = new Date(this.#options.clock.now()).toISOString();
    const { line, act } = this.#writer({ time, ...entry });
    if (act) this.#options.observe({ kind: 'act', code: act });
    this.#options.write(line);
  }
}

/** The coursework's log: text, bodies in clear, names as they came (CWE-117, CWE-532). */
function asText({ time, event, room, nick, body, error }: LogEntry): { line: string } {
  if (error !== undefined) return { line: `${time} refused ${event} ${error}` };
  const names = `${time} ${event} room=${room} nick=${nick}`;
  return { line: body === undefined ? names : `${names} body=${body}` };
}
