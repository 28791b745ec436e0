import { useEffect, useRef } from 'preact/hooks';
import type { PageData, TrialData } from '../../src/report/html/page.js';
import type { Scene } from '../../src/report/scene.js';
import { drawSvg } from '../../src/report/svg.js';
import { filled } from './data.js';

/** Pixels that an actor needs at least, in letters of this size: with less, the diagram scrolls. */
const WIDE = { room: 150, font: 16 };
const NARROW = { room: 110, font: 14 };

interface Drawn {
  readonly trial: TrialData;
  readonly scene: Scene;
  readonly data: PageData;
  readonly width: number;
}

/** The trial's sequence diagram, drawn here from its scene, and a button that saves it as a file. */
export function Diagram({ trial: { attack, defense }, scene, data: { texts }, width }: Drawn) {
  const place = useRef<HTMLElement>(null);
  const title = filled(texts.diagramOf, { attack, defense });
  const { room, font } = width < 500 ? NARROW : WIDE;
  // Two pixels are the frame's.
  const options = { width: Math.max(Math.min(width - 2, 900), scene.cast.length * room), font, title };
  useEffect(() => {
    // As XML, so that nothing in it could be taken for HTML.
    const parsed = new DOMParser().parseFromString(drawSvg(scene, options), 'image/svg+xml');
    place.current?.replaceChildren(document.importNode(parsed.documentElement, true));
  }, [scene]);
  const save = (): void => {
    const file = new Blob([drawSvg(scene, { ...options, standalone: true })], { type: 'image/svg+xml' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${attack.replace('/', '-')}-${defense}.svg`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" aria-label={title} tabIndex={0} ref={place} />
      <button type="button" onClick={save}>
        {texts.saveSvg}
      </button>
    </>
  );
}
