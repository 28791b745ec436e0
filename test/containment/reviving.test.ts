import { describe, expect, it } from 'vitest';
import { decodeReviving, encodeReviving, MARKER } from '../../src/chat/reviving.js';

const never = (): never => {
  throw new Error('revived');
};

describe('the reviving codec', () => {
  it('gives back what was encoded when nothing is marked, and revives nothing', () => {
    const frame = { type: 'message', body: `not ${MARKER} first`, list: [1, null, true, { deep: 'x' }] };
    expect(decodeReviving(encodeReviving(frame), never)).toEqual(frame);
  });

  it('hands over each marked source without its marker, depth first, in key order', () => {
    const sources: string[] = [];
    const frame = { a: { b: `${MARKER}1`, c: [`${MARKER}2`] }, d: `${MARKER}3` };
    const revived = decodeReviving(encodeReviving(frame), (source) => sources.push(source));
    expect(sources).toEqual(['1', '2', '3']);
    expect(revived).toEqual({ a: { b: 1, c: [2] }, d: 3 });
  });

  it('revives a frame that is one marked string', () => {
    expect(decodeReviving(JSON.stringify(`${MARKER}x`), (source) => `${source}!`)).toBe('x!');
  });

  it('does not walk into what was revived', () => {
    expect(decodeReviving(JSON.stringify([`${MARKER}x`]), () => `${MARKER}y`)).toEqual([`${MARKER}y`]);
  });

  it('leaves marked names alone: only values are revived', () => {
    expect(decodeReviving(JSON.stringify({ [MARKER]: 1 }), never)).toEqual({ [MARKER]: 1 });
  });

  it('evaluates nothing itself', () => {
    const source = `function(){globalThis.evaluated=true}()`;
    decodeReviving(JSON.stringify({ body: MARKER + source }), (text) => text);
    expect(globalThis).not.toHaveProperty('evaluated');
  });

  it('keeps __proto__ as data', () => {
    const decoded = decodeReviving('{"__proto__":{"polluted":"x"}}', never) as object;
    expect(Object.hasOwn(decoded, '__proto__')).toBe(true);
    expect({}).not.toHaveProperty('polluted');
  });

  it('throws SyntaxError at text that is not JSON, and what revive throws', () => {
    expect(() => decodeReviving('{', never)).toThrow(SyntaxError);
    expect(() => decodeReviving(JSON.stringify(MARKER), never)).toThrow('revived');
  });

  it('overflows at a deep nesting, like the original', () => {
    expect(() => decodeReviving('['.repeat(50_000) + ']'.repeat(50_000), never)).toThrow(RangeError);
  });
});
