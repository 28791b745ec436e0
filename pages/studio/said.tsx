import { visible } from '../../src/report/sanitize.js';
import { useWords } from './context.js';

/** What an attack or the referee said, in the page's language; where that is not known, in English, and marked as such. */
export function Said({ text }: { readonly text: string }) {
  const { said, lang } = useWords();
  const told = said(text);
  return <span lang={lang !== 'en' && told === text ? 'en' : undefined}>{visible(told)}</span>;
}
