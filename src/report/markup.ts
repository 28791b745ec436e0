import { html } from './sanitize.js';

/** HTML or SVG that is fit to be shown. Only `markup` makes it, and that escapes every text it is given. */
export interface Markup {
  readonly markup: string;
}

type Shown = string | number | Markup | null | false | readonly Shown[];

/** A template of markup: texts and numbers in it are escaped, lists joined, null and false leave nothing. */
export const markup = (parts: TemplateStringsArray, ...shown: readonly Shown[]): Markup => ({
  markup: parts.map((part, place) => part + (place < shown.length ? written(shown[place]!) : '')).join(''),
});

function written(shown: Shown): string {
  if (shown === null || shown === false) return '';
  if (typeof shown === 'string' || typeof shown === 'number') return html(String(shown));
  return 'markup' in shown ? shown.markup : shown.map(written).join('');
}

/** Takes a text for markup: for what this project wrote itself (a style sheet, a bundled script) and nothing else. */
export const trusted = (text: string): Markup => ({ markup: text });
