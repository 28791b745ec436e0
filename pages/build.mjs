/** Bundles each page of this folder into one script and one style sheet in dist/pages: what is served or inlined asks for nothing else. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../dist/pages', import.meta.url));
/** A page is a folder with a `main.ts` or `main.tsx`. */
const pages = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name } of pages) {
  const entry = readdirSync(new URL(`./${name}/`, import.meta.url)).find((file) => /^main\.tsx?$/.test(file));
  if (!entry) continue;
  await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: {
        entry: `${here}${name}/${entry}`,
        formats: ['iife'],
        name,
        fileName: () => `${name}.js`,
        cssFileName: name,
      },
    },
  });
}
