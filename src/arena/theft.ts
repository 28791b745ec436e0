import type { Loot } from '../model/attack.js';
import type { Field } from './field.js';
import { hear } from './insider.js';
import { OwnProgram } from './own-program.js';

/** The lines of a key log that a device still has while it talks: handshake secrets are gone by then. */
const LIVE = /^(?:CLIENT|SERVER)_TRAFFIC_SECRET_0 /;

/**
 * What is copied off the target's device at this moment, as a running copy of its program. It checks nothing that she
 * would not: its counters are fresh and its clock reads whatever the frame says.
 */
export async function stolenFrom(trial: Field): Promise<Loot> {
  const { stack } = trial.bout;
  const keys = await trial.keys(trial.target, undefined);
  const encrypting = stack.parts.find(({ stage }) => stage === 'decrypt');
  const storage = new Map(encrypting && trial.storageOf(trial.target, encrypting.id));
  const program = new OwnProgram(stack, keys, { storage });
  const device = program.encrypting(trial.target);
  // What the device remembers of tokens it has opened keeps only that device from opening them once more.
  const forgetful = new OwnProgram(stack, keys);
  return {
    open: (header, body) => program.client.open(header, body) ?? forgetful.client.open(header, body),
    hear: (bytes) => hear(device, bytes),
    sessionSecrets: trial.transport.keyLogOf(trial.target).filter((line) => LIVE.test(line)),
  };
}
