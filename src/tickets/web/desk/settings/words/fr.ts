import type { SettingsWords } from './en.ts';

export const fr: SettingsWords = {
  title: 'Réglages',
  lead: 'Comment le bureau travaille : ce que chacun écrit, remplit et coche.',
  sections: {},
};
