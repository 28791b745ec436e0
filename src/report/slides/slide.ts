import { type Markup, markup } from '../markup.js';
import type { Texts } from '../texts/index.js';

/** One slide: a title, what stands beneath it, and what whoever speaks may say to it. */
export interface Slide {
  readonly title: string;
  readonly content: Markup;
  readonly notes: string;
  readonly kind?: 'opening' | 'plain' | 'diagram' | 'verdict' | 'predict';
}

/** Pixels of a slide, and of what stands beneath its title. */
export const SLIDE = { width: 1280, height: 720, inner: 1184, room: 530 } as const;
/** The size of the text, and no letter is smaller than `least`. */
export const LETTERS = { text: 34, least: 24 } as const;

export const drawSlide = ({ title, content, notes, kind = 'plain' }: Slide): Markup =>
  markup`<section class="${kind}"><h1>${title}</h1>
${content}
<aside class="notes">${notes}</aside></section>
`;

/** A paragraph that takes so many lines; `own` where it is in the language of the data. */
export interface Paragraph {
  readonly text: string;
  readonly own?: boolean;
  readonly item?: boolean;
  readonly large?: boolean;
}

/** Letters that fit in a line, and lines that fit on a slide with the space between paragraphs. */
const PER_LINE = Math.floor(SLIDE.inner / (LETTERS.text * 0.56));
const LINE = LETTERS.text * 1.4;
const BETWEEN = 14;

/** A large paragraph is no longer than a line. */
const LARGE = 1.6;

const heightOf = ({ text, item, large }: Paragraph): number =>
  Math.max(1, Math.ceil(text.length / (PER_LINE - (item ? 4 : 0)))) * LINE * (large ? LARGE : 1) + BETWEEN;

/** Paragraphs on as many slides as they need; a paragraph that is too long for a slide is broken at a word. */
export function proseSlides(
  title: string,
  paragraphs: readonly Paragraph[],
  notes: string,
  texts: Texts,
): Slide[] {
  const pages: Paragraph[][] = [[]];
  let used = 0;
  for (const paragraph of paragraphs.flatMap(broken)) {
    const height = heightOf(paragraph);
    if (used + height > SLIDE.room && pages.at(-1)!.length > 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)!.push(paragraph);
    used += height;
  }
  return pages.map((page, n) => ({
    title: n === 0 ? title : texts.deck.continued(title, `${n + 1}`),
    content: written(page, texts),
    notes,
  }));
}

/** Half a slide's letters. */
const LONGEST = PER_LINE * 6;

function broken(paragraph: Paragraph): Paragraph[] {
  if (paragraph.text.length <= LONGEST) return [paragraph];
  const at = breakIn(paragraph.text);
  return [
    { ...paragraph, text: paragraph.text.slice(0, at) },
    ...broken({ ...paragraph, text: paragraph.text.slice(at).trimStart() }),
  ];
}

/** Where a long text is best broken: between two things that are told, between two clauses, at a word. */
function breakIn(text: string): number {
  for (const end of [' · ', '; ', ' ']) {
    const place = text.lastIndexOf(end, LONGEST);
    if (place > LONGEST / 3) return place + end.length - 1;
  }
  return LONGEST;
}

function written(paragraphs: readonly Paragraph[], texts: Texts): Markup {
  return markup`${paragraphs.map(({ text, own, item, large }) => {
    const words = spoken(text, own, texts);
    return item || large
      ? markup`<p class="${item ? 'item' : 'large'}">${words}</p>`
      : markup`<p>${words}</p>`;
  })}`;
}

/** What attacks and defenses say of themselves, in the language in which they say it. */
export const spoken = (text: string, own: boolean | undefined, { lang, dataLang }: Texts): Markup =>
  own && lang !== dataLang ? markup`<span lang="${dataLang}">${text}</span>` : markup`${text}`;
