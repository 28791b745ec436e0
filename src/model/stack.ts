import type { Code } from './code.js';
import type { ChatSettings, Control, Host, Keys, Layer, Part } from './defense.js';
import type { WireFormat } from './wire-format.js';

/** The layers of one device as one. A control frame goes to the part that it names; null where none is there to hear it. */
export interface Armed extends Required<Omit<Layer, 'hear'>> {
  hear(part: string, control: Control): Code | null;
  /** Whether any part has something to do at each heartbeat. */
  readonly beats: boolean;
}

/** A defense ready to fight: its parts in receiving order, what it publishes, and its layers for one device. */
export interface Stack {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly settings: ChatSettings;
  readonly wire: WireFormat;
  /** All layers of one device as one, outermost first when opening; `hosts` gives each part its own, else it talks to nobody. */
  arm(keys: Keys, hosts?: (part: string) => Host): Armed;
  /** Only the layers that stand around what is signed: those of the group's keys. */
  armOutside(keys: Keys): Armed;
}
