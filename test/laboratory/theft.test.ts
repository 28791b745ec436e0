import { afterAll, expect, test } from 'vitest';
import { fernet } from '../../src/defenses/fernet.js';
import { PARTS } from '../../src/defenses/index.js';
import type { Part } from '../../src/model/defense.js';
import { attacksOf, column, openLaboratory } from '../support/laboratory.js';

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

/** Fernet whose device stores the tokens that it has opened, and opens none twice. */
const remembering: Part = {
  ...fernet,
  id: 'fernet-remembering',
  insteadOf: 'fernet',
  layer: (keys, host) => {
    const sound = fernet.layer!(keys, host);
    return {
      ...sound,
      open: (body, opening) => {
        const token = Buffer.from(body).toString();
        if (host.store.has(token)) return { ok: false, code: 'fernet-remembering:seen-before' };
        const opened = sound.open(body, opening);
        return opened.ok ? { ...opened, commit: () => void host.store.set(token, '') } : opened;
      },
    };
  },
};

test('what a stolen device remembers having opened hides nothing from who has its keys', async () => {
  const attacks = attacksOf('key-theft/archive', 'replay/now');
  const { matrix } = await laboratory.fight(['fernet-remembering'], {
    attacks,
    parts: [...PARTS, remembering],
  });
  expect(column(matrix, 'fernet-remembering')).toEqual({
    'key-theft/archive': 'breached',
    'replay/now': 'defeated',
  });
});
