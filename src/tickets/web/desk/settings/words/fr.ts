import type { SettingsWords } from './en.ts';

export const fr: SettingsWords = {
  title: 'Réglages',
  lead: 'Comment le bureau travaille : ce que chacun écrit, remplit et coche.',
  sections: {
    group: {
      name: 'Le groupe',
      about: 'Son nom et celui du système pris en charge, fuseau et heures du bureau.',
    },
    set_up: { name: 'Mise en service', about: 'Ce qui manque encore à la mise en service.' },
    tags: {
      name: 'Étiquettes',
      about: 'Les renommer, fusionner celles qui disent la même chose, voir où elles servent.',
    },
    checklists: {
      name: 'Listes de contrôle',
      about: 'Ce qui se coche dans les billets d’une sorte, et ce qui l’est avant de les régler.',
    },
    macros: {
      name: 'Macros',
      about: 'Réponses et étapes qui servent souvent, avec ce que le billet y remplit.',
    },
    teams: {
      name: 'Équipes',
      about: 'Qui traite ensemble quel genre de billet, et ce qui leur va d’office.',
    },
    absences: {
      name: 'Horaires et absences',
      about: 'Qui est là, et quand; qui remplace; transmettre des billets.',
    },
    hand_back: {
      name: 'Rendre à l’école',
      about: 'Ce qu’une école lit quand un billet lui revient : à qui cela revient, et la prochaine étape.',
    },
    network: {
      name: 'Adresses pour les pare-feu',
      about:
        'Les hôtes et ports que les pare-feu des écoles doivent laisser passer, et à partir de quand un changement vaut.',
    },
    guide: {
      name: 'Guide de connexion',
      about:
        'Ce qu’on demande aux écoles qui n’arrivent pas à se connecter, et ce qui vaut ici : adresses, ports, navigateurs.',
    },
    how_fast: {
      name: 'Notre rapidité',
      about: 'Si tout le monde peut lire les délais du bureau, sans se connecter.',
    },
    sign_on: {
      name: 'Authentification unique',
      about: 'Comment les personnes de l’iGroup se connectent par un fournisseur.',
    },
    fields: { name: 'Champs', about: 'Ce qu’un billet demande en plus de son texte, par catégorie' },
    templates: { name: 'Modèles', about: 'Ce par quoi un nouveau billet peut commencer' },
  },
};
