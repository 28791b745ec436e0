import { afterAll, describe, expect, test } from 'vitest';
import { createContainment } from '../../src/containment/containment.js';
import { isForeign, mint } from '../../src/containment/sources.js';

const canary = { file: 'canary', nonce: 'a nonce of this trial' };
const MEMBERS = JSON.stringify({ copyTo: canary.file, copy: canary.nonce });
const frameWith = (options: string): string => `{"v":1,"type":"list","header":{"id":1},"options":${options}}`;
const roads: readonly (readonly [string, string])[] = [
  ['__proto__', `{"__proto__":${MEMBERS}}`],
  ['constructor.prototype', `{"constructor":{"prototype":${MEMBERS}}}`],
  ['__proto__, spelt with escapes', `{"\\u005f_proto__":${MEMBERS}}`],
  ['__proto__, one level down', `{"panel":{"__proto__":${MEMBERS}}}`],
];
const mintedFor = (options: string): Set<string> => new Set([mint(JSON.stringify(JSON.parse(options)))]);

const containment = createContainment();
afterAll(() => containment.close());

describe('options that a frame brings', () => {
  test.each(roads)(
    'reach the prototype of the victim by %s, where this trial minted them',
    async (_, options) => {
      const { executed, why } = await containment.detonate(frameWith(options), canary, mintedFor(options));
      expect([executed, why]).toEqual([true, 'canary']);
    },
  );

  test.each(roads)('are foreign by %s, where nobody minted them', async (_, options) => {
    const { executed, why } = await containment.detonate(frameWith(options), canary, new Set());
    expect([executed, why]).toEqual([false, 'foreign-payload']);
  });

  test('that reach no prototype need no minting, and write no file', async () => {
    const { executed, why } = await containment.detonate(frameWith(MEMBERS), canary, new Set());
    expect([executed, why]).toEqual([false, 'no-canary']);
  });

  test('that nest deeper than a stack overflow nothing here, and stay foreign', () => {
    const deep = `{"__proto__":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect(isForeign(frameWith(deep), new Set([mint(''), mint('\ud800')]))).toBe(true);
  });

  test('leave the laboratory’s own objects alone', () => {
    const own: Record<string, unknown> = {};
    expect([own.copyTo, own.copy]).toEqual([undefined, undefined]);
  });
});
