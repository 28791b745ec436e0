/** Devices of one room without a network: what one says to the others, a test delivers, keeps, repeats or loses. */
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { fromUtf8, utf8 } from '../../src/model/bytes.js';
import type { Control, MessageHeader, Part } from '../../src/model/defense.js';
import type { Armed } from '../../src/model/stack.js';
import { keysOf } from './keys.js';
import { HEADER, NOW } from './sealed.js';

export interface Said extends Control {
  readonly part: string;
}

export interface TestDevice {
  readonly armed: Armed;
  readonly stores: ReadonlyMap<string, Map<string, string>>;
  readonly alarms: string[];
  /** Hears a control frame and answers the code with which it was refused, null where it was not. */
  hear(said: Said): string | null;
  seal(text: string, header?: Partial<MessageHeader>): string;
  /** The opened text, or the code of the refusal; what was opened is committed. */
  open(body: string, header?: Partial<MessageHeader>): string;
}

export interface Devices {
  /** What was said so far, in order. */
  readonly said: Said[];
  clock: number;
  /** Starts a device, or starts it anew on the same storage. */
  start(nick: string): TestDevice;
  /** Delivers everything that was not yet delivered to these devices, and what they answer; the codes of refusals. */
  settle(...devices: TestDevice[]): string[];
}

export function devicesOf(defense: string, parts: readonly Part[] = PARTS): Devices {
  const stack = compose(defense, parts);
  const said: Said[] = [];
  const storage = new Map<string, Map<string, Map<string, string>>>();
  let delivered = 0;
  const all: Devices = {
    said,
    clock: NOW,
    start: (nick) => {
      const stores = storage.get(nick) ?? new Map<string, Map<string, string>>();
      storage.set(nick, stores);
      const alarms: string[] = [];
      const armed = stack.arm(keysOf(nick), (part) => {
        const store = stores.get(part) ?? new Map<string, string>();
        stores.set(part, store);
        return {
          me: nick,
          now: () => all.clock,
          control: (room, body) => void said.push({ room, nick, body, part }),
          alarm: (code, { author, slot }) => void alarms.push(`${code} ${author} ${slot}`),
          act: () => {},
          store,
        };
      });
      const full = (header: Partial<MessageHeader>): MessageHeader => ({
        ...HEADER,
        nick,
        sent: all.clock,
        ...header,
      });
      return {
        armed,
        stores,
        alarms,
        hear: ({ part, ...control }) => armed.hear(part, control)?.code ?? null,
        seal: (text, header = {}) =>
          fromUtf8(armed.seal(utf8(text), { header: full(header), now: all.clock }))!,
        open: (body, header = {}) => {
          const opened = armed.open(utf8(body), {
            header: { ...HEADER, sent: all.clock, ...header },
            now: all.clock,
          });
          if (!opened.ok) return opened.code;
          opened.commit?.();
          return fromUtf8(opened.body)!;
        },
      };
    },
    settle: (...devices) => {
      const codes: string[] = [];
      for (; delivered < said.length; delivered++)
        for (const device of devices) {
          const code = device.hear(said[delivered]!);
          if (code !== null) codes.push(code);
        }
      return codes;
    },
  };
  return all;
}
