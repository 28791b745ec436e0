/**
 * The coursework chat's codec, in the manner of node-serialize (CVE-2017-5941): JSON in which a string that starts with
 * a marker stands for a function and is revived from its source. This file evaluates nothing: whoever decodes brings
 * `revive`. In the laboratory that is a submission to containment; only the victim process brings an evaluation.
 */

export const MARKER = '_$$ND_FUNC$$_';

export function encodeReviving(value: unknown): string {
  return JSON.stringify(value);
}

/**
 * Decodes `text`, calling `revive(source)` for every marked string, depth first, in key order. `source` comes without
 * its marker. Throws SyntaxError where the text is not JSON, RangeError where it nests deeper than the stack, and
 * whatever `revive` throws.
 */
export function decodeReviving(text: string, revive: (source: string) => unknown): unknown {
  return walk(JSON.parse(text), revive);
}

// Recursive like the original, without a depth limit: deserialization/bomb needs the flaw that students meet.
function walk(value: unknown, revive: (source: string) => unknown): unknown {
  if (typeof value === 'string') return value.startsWith(MARKER) ? revive(value.slice(MARKER.length)) : value;
  if (typeof value !== 'object' || value === null) return value;
  // JSON.parse made `__proto__` an own property, so this assignment cannot reach a prototype.
  const node = value as Record<string, unknown>;
  const keys = Object.keys(node);
  // By number: a loop over an iterator closes it on the way out, and an overflow leaves some ten thousand such loops.
  for (let i = 0; i < keys.length; i++) {
    const revived = walk(node[keys[i]!], revive);
    if (revived !== node[keys[i]!]) node[keys[i]!] = revived;
  }
  return node;
}
