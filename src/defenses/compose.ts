import { type ChatSettings, type Part, STAGES } from '../model/defense.js';
import type { Stack } from '../model/stack.js';
import type { WireFormat } from '../model/wire-format.js';
import { arm } from './arm.js';

/** A composition that makes no sense; the message says why. */
export class SenselessComposition extends Error {}

/** Defenses that are nothing but a list of others: they own no code. */
export const ALIASES: Readonly<Record<string, string>> = {
  full: 'epoch+signature+sequence-durable+ttl+transcript+pad+codec+limits+log-redaction+tls',
};

/** What the chat is without any defense. */
const BARE = { codec: 'reviving' } as const;

/** Stands between a composition and the parts that are taken out of it: `a+b without c`. */
export const WITHOUT = ' without ';

/**
 * Builds the stack named `a+b+c` from the known parts. Parts stand in the sound order whatever order was typed;
 * what a part needs is brought along, and a list of parts that has a name may go by it. Of `a+b+c without d` the parts
 * behind the word are taken out again, even where another one brings them: that one then stands there without. Throws
 * SenselessComposition.
 */
export function compose(id: string, known: readonly Part[]): Stack {
  const [whole = '', ...gone] = id.split(WITHOUT);
  const stack = composeWhole(whole, known);
  return gone.length === 0 ? stack : takeOut(stack, listOf(gone.join('+')), known);
}

function takeOut(stack: Stack, names: readonly string[], known: readonly Part[]): Stack {
  const gone = names.map((name) => find(name, known));
  const missing = gone.find((part) => !stack.parts.includes(part));
  if (missing)
    throw new SenselessComposition(`${missing.id} is no part of ${stack.id}, and cannot be taken out of it`);
  return {
    ...assemble(stack.parts.filter((part) => !gone.includes(part))),
    id: `${stack.id}${WITHOUT}${inOrder(gone)
      .map((part) => part.id)
      .join('+')}`,
    title: `${stack.title}, without ${inOrder(gone)
      .map((part) => part.id)
      .join(' and ')}`,
  };
}

function composeWhole(id: string, known: readonly Part[]): Stack {
  const names = id.split('+').flatMap((name) => meant(name.trim()));
  if (names.includes('none') && names.length > 1)
    throw new SenselessComposition(`none is the absence of a defense: leave it out of ${id}`);
  const typed = names.filter((name) => name !== 'none').map((name) => find(name, known));
  refuseTwins(id, typed);
  const parts = inOrder(withBrought(typed, known));
  refuseRivals(id, parts);
  const listed = named(known.filter((part) => typed.includes(part)));
  return {
    ...assemble(parts),
    id: listed.map((part) => part.id).join('+') || 'none',
    title: listed.map((part) => part.title).join(' + ') || 'the coursework chat, as students meet it',
  };
}

/** A stack of exactly these parts, in the order in which they stand. */
function assemble(parts: readonly Part[]): Omit<Stack, 'id' | 'title'> {
  const settings = Object.assign({}, BARE, ...parts.map((part) => part.settings ?? {}));
  return {
    parts,
    settings,
    wire: publish(parts, settings),
    arm: (keys, hosts, which = () => true) => arm(parts.filter(which), keys, hosts),
  };
}

const meant = (name: string): string[] => (Object.hasOwn(ALIASES, name) ? listOf(ALIASES[name]!) : [name]);

const listOf = (list: string): string[] => list.split('+').map((name) => name.trim());

/** The same parts, those of a list that has a name under that name: one stack, one id, however it was typed. */
function named(parts: readonly Part[]): { readonly id: string; readonly title: string }[] {
  for (const [id, list] of Object.entries(ALIASES)) {
    const own = listOf(list);
    if (own.every((name) => parts.some((part) => part.id === name)))
      return [{ id, title: id }, ...parts.filter((part) => !own.includes(part.id))];
  }
  return [...parts];
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
      if (!all.some((other) => isFor(name, other))) all.push(find(name, known));
  return all;
}

/** Whether a part gives what is asked for by this name: it is that part, stands in its place, or gives the same. */
export const isFor = (name: string, { id, insteadOf, gives = [] }: Part): boolean =>
  id === name || insteadOf === name || gives.includes(name);

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
        ? 'both encrypt the body for the same members, so the second adds nothing'
        : `both stand in the place "${part.stage}"`;
    throw new SenselessComposition(`${part.id} and ${rival.id} do not compose (${id}): ${place}`);
  }
}

/** What anybody may know. The suite names the sealing parts from the inside out. */
function publish(parts: readonly Part[], { codec, tls, limits }: ChatSettings): WireFormat {
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
    ...(limits?.heartbeat === undefined ? {} : { pings: true }),
  };
}

/** The parts that none of the others brings, nor a part that stands in for what is brought. */
export function unbrought(parts: readonly Part[]): Part[] {
  const brought = parts.flatMap((part) => part.brings ?? []);
  return parts.filter(({ id, insteadOf = '' }) => !brought.includes(id) && !brought.includes(insteadOf));
}
