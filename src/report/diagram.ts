import type { FoughtCell } from './chapter.js';
import { sceneOf } from './scene.js';
import { drawSvg } from './svg.js';
import type { Texts } from './texts/index.js';
import { translatedCell } from './translated.js';

/** Pixels. */
const WIDTH = 960;
const FONT = 18;

/** A trial as a sequence diagram, an SVG file of its own; null where nothing was fought. */
export function diagramOf(cell: FoughtCell, texts: Texts): string | null {
  const { result, decisive } = translatedCell(cell, texts);
  if (decisive === null) return null;
  const { trace, tactic } = decisive;
  const title = texts.report.cellLabel(result.attack, result.defense, texts.verdict[result.verdict]);
  const scene = sceneOf(trace, { result, tactic }, texts);
  return `${drawSvg(scene, { width: WIDTH, font: FONT, title, standalone: true })}\n`;
}
