import { type ChatSettings, type Part, STAGES } from '../model/defense.js';
import type { Stack } from '../model/stack.js';
import type { WireFormat } from '../model/wire-format.js';
import { arm } from './arm.js';

/** A composition that makes no sense; the message says why. */
export class SenselessComposition extends Error {}

/** What the chat is without any defense. */
const BARE = { codec: 'reviving' } as const;

/**
 * Builds the stack named `a+b+c` from the known parts. Parts stand in the sound order whatever order was typed;
 * what a part needs is brought along. Throws SenselessComposition.
 */
export function compose(id: string, known: readonly Part[]): Stack {
  const names = id.split('+').map((name) => name.trim());
  if (names.includes('none') && names.length > 1)
    throw new SenselessComposition(`none is the absence of a defense: leave it out of ${id}`);
  const typed = names.filter((name) => name !== 'none').map((name) => find(name, known));
  refuseTwins(id, typed);
  const parts = inOrder(withBrought(typed, known));
  refuseRivals(id, parts);
  const settings = Object.assign({}, BARE, ...parts.map((part) => part.settings ?? {}));
  const listed = known.filter((part) => typed.includes(part));
  return {
    id: listed.map((part) => part.id).join('+') || 'none',
    title: listed.map((part) => part.title).join(' + ') || 'the coursework chat, as students meet it',
    parts,
    settings,
    wire: publish(parts, settings),
    arm: (keys, hosts) => arm(parts, keys, hosts),
    armOutside: (keys) => arm(parts.filter(isOutside), keys),
  };
}

function find(name: string, known: readonly Part[]): Part {
  const part = known.find((candidate) => candidate.id === name);
  if (!part) throw new RangeError(`unknown part ${name}`);
  return part;
}

/** The parts and all that they bring, unless something typed already stands in that place. */
function withBrought(typed: readonly Part[], known: readonly Part[]): Part[] {
  const all = [...typed];
  for (const part of all)
    for (const name of part.brings ?? [])
      if (!all.some((other) => other.id === name || other.insteadOf === name)) all.push(find(name, known));
  return all;
}

/** Whether a part stands around what is signed. */
const isOutside = ({ stage }: Part): boolean => STAGES.indexOf(stage) < STAGES.indexOf('signature');

const inOrder = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));

function refuseTwins(id: string, parts: readonly Part[]): void {
  const twin = parts.find((part, index) => parts.indexOf(part) !== index);
  if (twin) throw new SenselessComposition(`${id} names ${twin.id} twice`);
}

function refuseRivals(id: string, parts: readonly Part[]): void {
  for (const [index, part] of parts.entries()) {
    const rival = parts[index + 1];
    if (rival?.stage !== part.stage) continue;
    const place =
      part.stage === 'decrypt'
        ? 'both encrypt the body under the same group password, so the second adds nothing'
        : `both stand in the place "${part.stage}"`;
    throw new SenselessComposition(`${part.id} and ${rival.id} do not compose (${id}): ${place}`);
  }
}

/** What anybody may know. The suite names the sealing parts from the inside out. */
function publish(parts: readonly Part[], { codec, tls }: ChatSettings): WireFormat {
  const sealing = parts.filter((part) => part.layer);
  const suite =
    sealing
      .map((part) => part.id)
      .reverse()
      .join('+') || 'none';
  return {
    version: 1,
    suite,
    codec,
    envelopes: sealing.flatMap((part) => part.envelope ?? []),
    ...(tls ? { tls: true } : {}),
  };
}
