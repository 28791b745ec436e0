import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STUBS = ['model/code', 'defenses/mac', 'referee/judge', 'chat/wire', 'cli'].map(
  (name) => `src/${name}.ts`,
);

type Import = readonly [file: string, imported: string, rule?: string];

/** A house of stubs with these imports planted in it, examined by the project's own rules. */
function examine(imports: readonly Import[]): { status: number | null; output: string } {
  const house = mkdtempSync(join(tmpdir(), 'mallory-house-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  try {
    for (const link of ['node_modules', '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      symlinkSync(join(ROOT, link), join(house, link));
    write('pages/stub.ts', 'export const x = 1;\n');
    for (const stub of STUBS) write(stub, 'export const x = 1;\n');
    for (const [file, imported] of imports) write(file, `import '${imported}';\n`);
    const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const run = spawnSync(
      process.execPath,
      [cruiser, '--config', '.dependency-cruiser.cjs', 'src', 'attacks', 'pages'],
      {
        cwd: house,
        encoding: 'utf8',
      },
    );
    return { status: run.status, output: run.stdout + run.stderr };
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

const ALLOWED: readonly Import[] = [
  ['attacks/x/a.ts', '../../src/chat/wire.js'],
  ['attacks/x/b.ts', 'node:crypto'],
  ['src/referee/x.ts', '../model/code.js'],
  ['src/arena/x.ts', '../chat/wire.js'],
];

const PLANTED: readonly Import[] = [
  ['attacks/x/a.ts', '../../src/defenses/mac.js', 'attacks'],
  ['attacks/x/b.ts', '../../src/referee/judge.js', 'attacks'],
  ['attacks/x/c.ts', 'node:net', 'attacks-open-nothing'],
  ['attacks/x/d.ts', 'ws', 'attacks'],
  ['src/referee/x.ts', '../chat/wire.js', 'referee'],
  ['src/model/x.ts', 'node:fs', 'model-imports-nothing'],
  ['src/arena/x.ts', '../defenses/mac.js', 'arena'],
  ['src/report/x.ts', '../cli.js', 'nobody-imports-the-cli'],
  ['src/report/y.ts', '../../pages/stub.js', 'nobody-imports-a-page'],
  ['pages/x/main.ts', '../../src/defenses/mac.js', 'pages'],
  ['pages/y/main.ts', 'node:util', 'pages-run-in-a-browser'],
  ['src/studio/x.ts', '../defenses/mac.js', 'studio'],
];

describe('the import rules', () => {
  test('pass a house without a violation', () => {
    expect(examine(ALLOWED)).toMatchObject({ status: 0 });
  }, 60_000);

  test('name every violation that is planted', () => {
    const { status, output } = examine(PLANTED);
    expect(status).not.toBe(0);
    for (const [file, , rule] of PLANTED) expect(output).toContain(`error ${rule}: ${file} →`);
  }, 60_000);
});
