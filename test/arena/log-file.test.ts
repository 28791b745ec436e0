import { expect, test } from 'vitest';
import { LogFile } from '../../src/arena/log-file.js';

test('what is said when the log is gone goes nowhere, and not into whatever file is open by then', () => {
  const [first, second] = [new LogFile(), new LogFile()];
  first.write('one');
  expect(first.read()).toBe('one\n');
  first.remove();
  const third = new LogFile(); // most likely under the descriptor that has become free
  first.write('two');
  expect([second.read(), third.read()]).toEqual(['', '']);
  for (const file of [second, third]) file.remove();
  expect(() => third.read()).toThrow('ENOENT');
});
