/** The sentences about the parts of a composition: what each is there for, and which to take. */
export const PARTED = {
  title: (defense: string, parts: number): string =>
    `${defense}, fought without each of its ${parts} parts in turn`,
  without: ([part = '', ...others]: readonly string[]): string =>
    others.length === 0
      ? part
      : `${part} (and with it ${others.join(', ')}: without it ${others.length === 1 ? 'it carries' : 'they carry'} no honest conversation)`,
  needed: (attacks: number): string =>
    `is necessary: without it ${attacks} ${attacks === 1 ? 'attack gets' : 'attacks get'} further`,
  need: (attack: string, whole: string, without: string, because: string): string =>
    `${attack}: ${whole} with it, ${without} without: ${because}`,
  depth: 'is defense in depth: without it no attack gets further, for others answer what it stops alone',
  standIn: (part: string | null, attacks: readonly string[]): string =>
    part === null
      ? `others, none of which is missed alone, answer ${attacks.join(', ')}`
      : `${part} answers ${attacks.join(', ')}${part === 'limits' ? ', where the relay is honest' : ''}`,
  idle: 'is not needed against these attacks: it stops none of them alone, and none gets further without it',
  untold: 'cannot be judged from these fights',
  unproved: (attacks: readonly string[]): string =>
    `proves nothing, with the part or without: ${attacks.join(', ')}`,
  controls: (count: number, failed: readonly string[]): string =>
    failed.length === 0
      ? `controls: ${count}, all passed`
      : `controls: ${failed.length} of ${count} failed: ${failed.join('; ')}`,
} as const;

/** The sentences of advice. */
export const ADVICE = {
  head: (stopped: number, of: number, parts: number): string =>
    stopped === of
      ? `The smallest stacks found that leave none of ${of} ${of === 1 ? 'attack' : 'attacks'} breached (${parts} ${parts === 1 ? 'part' : 'parts'})`
      : `The smallest stacks found that leave ${stopped} of ${of} attacks not breached (${parts} ${parts === 1 ? 'part' : 'parts'})`,
  none: (of: number): string =>
    `No stack was found against ${of === 1 ? 'this attack' : `these ${of} attacks`}`,
  parts: (parts: readonly string[]): string => `parts: ${parts.join(', ') || 'none'}`,
  cost: (bytes: number, times: string, skewed: string, stored: string): string =>
    `costs ${bytes} bytes a message, ${times}; honest deliveries refused: ${skewed} with clocks 20 s off, ${stored} after 45 s in store`,
  times: (seal: number, open: number): string => `${seal} µs to seal, ${open} µs to open`,
  untimed: 'time not measured',
  list: (what: string, attacks: readonly string[]): string =>
    attacks.length === 0 ? '' : `${what}: ${attacks.join(', ')}`,
  reveals: 'reveals only',
  leaves: 'leaves breached',
  proves: 'proves nothing about',
  absent: 'does not have what these attack',
  revealedOnly: 'Fought, and at best revealed, never prevented',
  unstopped: 'Stopped by no stack that was fought',
  apart: 'Stopped by some stack, and by none together with all the rest',
  unproved: 'Not proved: the attack does not breach the chat that it must',
  searched: (cells: number): string => `${cells} cells were fought to find this out.`,
  cut: (cells: number): string =>
    `${cells} cells were fought; then the time was up, and smaller or other stacks may not have been seen.`,
} as const;
