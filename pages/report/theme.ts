const KEY = 'mallory-theme';

/** Light, dark, or as the system has it; remembered where the browser remembers anything for this page. */
export function theme(): void {
  const select = document.querySelector<HTMLSelectElement>('#theme')!;
  select.value = remembered();
  select.closest('label')!.hidden = false;
  const show = (): void => {
    document.documentElement.dataset.theme = select.value;
  };
  select.addEventListener('change', () => {
    show();
    remember(select.value);
  });
  show();
}

/** A page opened from a file may be refused its storage. */
function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

function remember(value: string): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // The choice then lasts as long as the page.
  }
}
