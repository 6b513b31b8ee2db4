/** The colours of the page: as the system has them, until a person chooses. */
type Theme = 'light' | 'dark';

const KEY = 'theme';

const ofSystem = (): Theme =>
  matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';

const current = (): Theme => {
  const chosen = localStorage.getItem(KEY);
  return chosen === 'light' || chosen === 'dark' ? chosen : ofSystem();
};

const apply = () => {
  document.documentElement.dataset.theme = current();
};

/** Follows the system and what was chosen, here or in another tab. */
export function followTheme(): void {
  apply();
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', apply);
  addEventListener('storage', apply);
}

export function switchTheme(): void {
  localStorage.setItem(KEY, current() === 'light' ? 'dark' : 'light');
  apply();
}
