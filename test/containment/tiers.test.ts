import { describe, expect, it } from 'vitest';
import { containmentOn, createContainment } from '../../src/containment/containment.js';
import { ContainmentRefused } from '../../src/containment/refused.js';
import { describe as describeMachine, probeMachine, probeTier } from '../../src/containment/tiers.js';

const flag = probeTier().permissionFlag;

describe('the tier of a machine', () => {
  it('is namespace with a permission model and a network namespace', () => {
    expect(describeMachine('--permission', ['unshare', '--net']).tier.name).toBe('namespace');
  });

  it('is permission without a network namespace', () => {
    expect(describeMachine('--permission', ['setpriv', '--pdeathsig', 'KILL']).tier.name).toBe('permission');
  });

  it('is none without a permission model, whatever else there is', () => {
    expect(describeMachine(null, ['unshare', '--net']).tier.name).toBe('none');
  });

  it('is at least permission on every Node that the package allows', () => {
    expect(probeTier().name).not.toBe('none');
    expect(probeTier().why.length).toBeGreaterThan(0);
  });

  it('is probed once', () => {
    expect(probeMachine()).toBe(probeMachine());
  });
});

describe('safety', () => {
  it.skipIf(probeTier().name !== 'namespace')('strict takes the strongest tier', async () => {
    const containment = createContainment({ safety: 'strict' });
    expect(containment.tier.name).toBe('namespace');
    await containment.close();
  });

  it('strict refuses the tier below, with the exit code of a refusal', () => {
    const attempt = () => containmentOn(describeMachine(flag, []), { safety: 'strict' });
    expect(attempt).toThrow(ContainmentRefused);
    expect(attempt).toThrow(expect.objectContaining({ exitCode: 3 }));
  });

  it('best takes the tier below', async () => {
    const containment = containmentOn(describeMachine(flag, []), { safety: 'best' });
    expect(containment.tier.name).toBe('permission');
    await containment.close();
  });

  it('best refuses a machine without any', () => {
    expect(() => containmentOn(describeMachine(null, []))).toThrow(ContainmentRefused);
  });
});
