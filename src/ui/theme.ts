import { remember, remembered } from './memory.ts';

/** Light, dark, or as the system has it. Remembered on this computer; works without storage too. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function theme(): Theme {
  const kept = remembered('theme');
  return themes.find(known => known === kept) ?? 'system';
}

export function setTheme(chosen: Theme): void {
  remember('theme', chosen);
  showTheme(chosen);
}

/** Called once, before the first picture, so that the page doesn't flash. */
export function showTheme(chosen: Theme = theme()): void {
  if (chosen === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = chosen;
}
