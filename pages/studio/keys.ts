import { useEffect, useRef } from 'preact/hooks';

export type Keys = Readonly<Record<string, () => void>>;

/** What a control does with its own keys stays its own: typing, ticking, choosing. */
const OWN = 'input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable]';
const PRESSED_BY = 'button, a, summary, input';

/** One listener for the whole page; nothing happens while a dialog is open. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(OWN)) return;
      if ((event.key === ' ' || event.key === 'Enter') && target?.closest(PRESSED_BY)) return;
      if (event.key.startsWith('Arrow') && target?.closest('input[type=radio]')) return;
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
