import type { SettingsWords } from './en.ts';

export const fr: SettingsWords = {
  title: 'Réglages',
  lead: 'Comment le bureau travaille : ce que chacun écrit, remplit et coche.',
  sections: {
    tags: {
      name: 'Étiquettes',
      about: 'Les renommer, fusionner celles qui disent la même chose, voir où elles servent.',
    },
  },
};
