import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Matrix } from '../../src/model/results.js';
import { freshDirectory, mallory, ROOT } from './mallory.js';

test('the plugins of docs/plugins.md work as they stand there', async () => {
  const folder = freshDirectory();
  const blocks = readFileSync(join(ROOT, 'docs', 'plugins.md'), 'utf8').matchAll(
    /^```js\n\/\/ ([\w-]+\.mjs):[\s\S]*?^```$/gm,
  );
  const files = [...blocks].map(([block, name = '']) => {
    writeFileSync(join(folder, name), block.split('\n').slice(1, -1).join('\n'));
    return name;
  });
  expect(files).toEqual(['my-mac.mjs', 'mute.mjs']);
  const plugins = files.flatMap((name) => ['--plugin', name]);
  const { code, stdout, stderr, left } = await mallory(
    [
      'matrix',
      ...plugins,
      '--attack',
      'rogue-server/rewrite,mute',
      '--defense',
      'none,tag32',
      '--format',
      'json',
    ],
    { cwd: folder },
  );
  expect({ code, stderr, left }).toEqual({ code: 0, stderr: '', left: [] });
  const { trials } = JSON.parse(stdout) as Matrix;
  expect(trials.map(({ attack, defense, verdict, part }) => [attack, defense, verdict, part])).toEqual([
    ['rogue-server/rewrite', 'none', 'breached', null],
    ['rogue-server/rewrite', 'tag32', 'defeated', 'tag32'],
    ['rogue-server/mute', 'none', 'breached', null],
    ['rogue-server/mute', 'tag32', 'breached', null],
  ]);
});
