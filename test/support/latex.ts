import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PDFLATEX = spawnSync('pdflatex', ['--version']).status === 0;

export interface Compiled {
  readonly status: number | null;
  readonly log: string;
  /** What stands in the pages that it says it wrote; 0 where it wrote none. */
  readonly pages: number;
  readonly isPdf: boolean;
}

/** Compiles a document that does nothing but input this text, with these packages; no shell escape. */
export function compile(text: string, packages: readonly string[] = ['booktabs']): Compiled {
  const folder = mkdtempSync(join(tmpdir(), 'mallory-latex-'));
  try {
    writeFileSync(join(folder, 'grid.tex'), text);
    const uses = packages.map((name) => `\\usepackage{${name}}`).join('\n');
    writeFileSync(
      join(folder, 'paper.tex'),
      `\\documentclass{article}\n${uses}\n\\begin{document}\n\\input{grid}\n\\end{document}\n`,
    );
    const flags = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape'];
    const { status, stdout } = spawnSync('pdflatex', [...flags, 'paper.tex'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
    });
    const pages = Number(/Output written on paper\.pdf \((\d+) page/.exec(stdout)?.[1] ?? 0);
    const isPdf = pages > 0 && readFileSync(join(folder, 'paper.pdf'), 'latin1').startsWith('%PDF-');
    return { status, log: stdout, pages, isPdf };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
