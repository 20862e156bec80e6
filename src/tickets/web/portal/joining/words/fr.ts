import type { PortalJoiningWords } from './en.ts';

export const fr: PortalJoiningWords = {
  title: 'Billets joints',
  goes_on: number => `Ce billet a été réuni à un autre de votre école. Il continue dans ${number}.`,
  go: number => `Aller à ${number}`,
  from: number => `de ${number}`,
  went_on: number => `Ceci continue dans ${number}`,
  by: (who, when) => `${who}, ${when}`,
  as: {
    related: 'a à voir avec ceci',
    same: 'porte sur la même chose',
    parent: '',
    child: '',
    merged_into: 'continue là-bas',
    merged_from: 'continue ici',
    split_from: 'ceci en vient',
    split_into: 'une partie y continue',
  },
};
