import type { PageTexts } from '../../src/report/html/page-texts.js';
import { filled } from './data.js';

/** Rows by property and position, cells by verdict; a row without a cell left goes too. */
export function filters(texts: Pick<PageTexts, 'shown'>): void {
  const form = document.querySelector<HTMLFormElement>('.filters')!;
  const [property, position, verdict] = ['property', 'position', 'verdict'].map(
    (name) => form.querySelector<HTMLSelectElement>(`#by-${name}`)!,
  ) as [HTMLSelectElement, HTMLSelectElement, HTMLSelectElement];
  const apply = (): void => {
    for (const row of document.querySelectorAll<HTMLElement>('tr[data-property]')) {
      const fits = (select: HTMLSelectElement, value: string | undefined): boolean =>
        select.value === '' || select.value === value;
      const cells = [...row.querySelectorAll<HTMLElement>('button.cell')];
      for (const cell of cells) cell.hidden = !fits(verdict, cell.dataset.verdict);
      row.hidden =
        !fits(property, row.dataset.property) ||
        !fits(position, row.dataset.position) ||
        cells.every((cell) => cell.hidden);
    }
    for (const group of document.querySelectorAll<HTMLElement>('.grid tbody'))
      group.hidden = !group.querySelector('tr[data-property]:not([hidden])');
    const count = (selector: string): number => document.querySelectorAll(selector).length;
    form.querySelector('output')!.textContent = filled(texts.shown, {
      rows: count('tr[data-property]:not([hidden])'),
      cells: count('tr[data-property]:not([hidden]) button.cell:not([hidden])'),
    });
  };
  form.hidden = false;
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}
