import type { AccessWords } from './en.ts';

export const fr: AccessWords = {
  title: 'Qui a lu nos billets',
  lead: school =>
    `Toutes les personnes de l’iGroup qui ont consulté un billet de ${school}. Seule la direction de l’école voit cette page.`,
  how: {
    opened: 'l’a lu',
    loaded: 'l’a fait charger, avant de le lire ou dans une liste',
    file: 'a téléchargé un fichier',
  },
  ticket_is: (number, subject) => `${number} · ${subject}`,
  none: 'Personne n’a encore consulté de billet.',
  none_hint: 'Dès que quelqu’un de l’iGroup ouvre un billet de votre école, cela figure ici.',
  more: 'Afficher les précédentes',
};
