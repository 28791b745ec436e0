import type { ChatSettings, Control, Host, Keys, Layer, Part, Refused, Sealing } from './defense.js';
import type { WireFormat } from './wire-format.js';

/** The layers of one device as one. A control frame goes to the part that it names; null where none is there to hear it. */
export interface Armed extends Required<Omit<Layer, 'hear' | 'checkpoint' | 'resume' | 'cannotSeal'>> {
  /** Throws CannotSeal, before any part has done anything, where one of them cannot. */
  seal(body: Uint8Array, sealing: Sealing): Uint8Array;
  hear(part: string, control: Control): Refused | null;
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
  /**
   * The layers of one device as one, outermost first when opening; `hosts` gives each part its own, else it talks to
   * nobody. `which` parts: all, unless told.
   */
  arm(keys: Keys, hosts?: (part: string) => Host, which?: (part: Part) => boolean): Armed;
}
