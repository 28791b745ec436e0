import { h, render } from 'preact';
import type { PageData } from '../../src/report/html/page.js';
import { filled } from './data.js';
import { Trial } from './trial.js';

/** Opens the trial of a cell on a click or on Enter, or the one that the address names; closing gives the focus back. */
export function trials(data: PageData): void {
  const dialog = document.querySelector<HTMLDialogElement>('#trial')!;
  const body = dialog.querySelector<HTMLElement>('#trial-body')!;
  const title = dialog.querySelector<HTMLElement>('#trial-title')!;
  let opener: HTMLElement | null = null;

  const open = (place: number): void => {
    const trial = data.trials[place];
    if (!trial) return;
    const { attack, defense } = trial;
    title.textContent = filled(data.texts.trial, { attack, defense });
    dialog.showModal();
    render(h(Trial, { key: place, trial, data, width: body.clientWidth }), body);
    dialog.scrollTop = 0;
    history.replaceState(null, '', `#${attack}~${defense}`);
  };
  const named = (): number => {
    const [attack, defense] = decodeURIComponent(location.hash.slice(1)).split('~');
    return data.trials.findIndex((trial) => trial.attack === attack && trial.defense === defense);
  };

  document.querySelector('.grid')!.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-trial]');
    if (!button) return;
    opener = button;
    open(Number(button.dataset.trial));
  });
  dialog.querySelector('#close')!.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    render(null, body);
    history.replaceState(null, '', location.pathname + location.search);
    opener?.focus();
  });
  addEventListener('hashchange', () => open(named()));
  const first = named();
  opener = document.querySelector(`button[data-trial="${first}"]`);
  open(first);
}
