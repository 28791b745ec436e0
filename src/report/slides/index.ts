import { type Bundle, documentOf } from '../html/document.js';
import { markup } from '../markup.js';
import type { Fought } from '../report.js';
import { SVG_STYLE } from '../svg-style.js';
import type { Texts } from '../texts/index.js';
import { translatedFacts, translatedFought, translatedScenario } from '../translated.js';
import { type ShownAttack, type ShownScenario, slidesOf } from './deck.js';
import { drawSlide } from './slide.js';

/** A reveal.js deck of 1280×720 in one HTML file that asks the network for nothing. `bundle` is the page `slides`, as built. */
export function renderSlides(
  fought: Fought,
  scenarios: readonly ShownScenario[],
  attacks: readonly ShownAttack[],
  texts: Texts,
  bundle: Bundle,
): string {
  const told = scenarios.map((scenario) => translatedScenario(scenario, texts));
  const slides = slidesOf(
    translatedFought(fought, texts),
    told,
    attacks.map((attack) => translatedFacts(attack, texts)),
    texts,
  );
  return documentOf({
    lang: texts.lang,
    title: `Mallory: ${told.map(({ title }) => title).join(', ')}`,
    body: markup`<main><div class="reveal"><div class="slides">
${slides.map(drawSlide)}</div></div></main>`,
    bundle: { ...bundle, style: `${bundle.style}\n${SVG_STYLE}` },
    // reveal.js writes styles of its own, for the printed page among others.
    stylesItself: true,
  });
}
