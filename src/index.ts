/** What attacks and defenses written outside are made against. */
export {
  type Adversary,
  type Attack,
  type Capabilities,
  type Connection,
  type Decision,
  defineAttack,
  type Forwarding,
  type Tactic,
  type Tools,
} from './model/attack.js';
export {
  type ChatSettings,
  definePart,
  type Keys,
  type Layer,
  type MessageHeader,
  type Opened,
  type Opening,
  type Part,
  type Sealing,
  type Stage,
} from './model/defense.js';
export type { Matrix } from './model/results.js';
export type { Envelope, Field, WireFormat } from './model/wire-format.js';
