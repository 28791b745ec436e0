import type { ChatSettings, Keys, Layer, Part } from './defense.js';
import type { WireFormat } from './wire-format.js';

/** A defense ready to fight: its parts in receiving order, what it publishes, and its layers for one device. */
export interface Stack {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly settings: ChatSettings;
  readonly wire: WireFormat;
  /** All layers of one device as one, outermost first when opening. */
  arm(keys: Keys): Layer;
}
