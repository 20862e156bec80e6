import type { IgroupWords } from './en.ts';

export const fr: IgroupWords = {
  title: 'Le groupe',
  lead: 'Comment les écoles appellent le groupe et le système pris en charge, et quand son bureau travaille.',
  save: 'Enregistrer',
  names: {
    title: 'Noms',
    name: 'Nom du groupe',
    name_hint:
      'En tête de ce que voient les écoles : connexion, pages, lettres, attestations. Au plus 60 caractères.',
    system: 'Nom du système pris en charge',
    system_hint: 'Par exemple BCeSIS. Les écoles lisent « Aide pour … ». Au plus 60 caractères.',
    saved: 'Les noms sont enregistrés.',
  },
  numbers: {
    title: 'Numéros d’urgence',
    lead: 'Qui appeler quand plus rien ne va. Tout le monde les lit sur la page d’urgence, même sans session et sans connexion.',
    none: 'Aucun numéro n’est indiqué.',
    one: place => `Numéro ${place}`,
    says_en: place => `Pour quoi, et quand (anglais, ${place})`,
    says_fr: place => `Pour quoi, et quand (français, ${place})`,
    number: place => `Téléphone (${place})`,
    add: 'Ajouter un numéro',
    remove: 'Retirer',
    remove_what: place => `Retirer le numéro ${place}`,
    saved: 'Les numéros d’urgence sont enregistrés.',
  },
  time: {
    title: 'Fuseau et heures du bureau',
    zone: 'Fuseau horaire',
    hint: 'Les premières réponses se mesurent dans ces heures, et ce qui a été mis de côté revient à l’ouverture du bureau. Les jours fériés sont fermés d’office. Une fin à 0:00 est minuit.',
    effect:
      'Un changement vaut dès maintenant. Ce qui a été mesuré reste; un billet en attente est compté selon les anciennes heures jusqu’à maintenant, puis selon les nouvelles.',
    usual: 'Du lundi au vendredi, de 8:00 à 16:00',
    from: 'de',
    until: 'à',
    at: (day, which, place) => `${day}, ${which} ${place}`,
    add_stretch: day => `${day} : ajouter une plage`,
    remove_stretch: (day, place) => `${day} : retirer la plage ${place}`,
    saved: words => `Le bureau travaille : ${words}.`,
    said_by: (name, when) => `Dit par ${name}, ${when}.`,
    not_said: 'Comme au début de toute installation. Enregistrez pour dire que c’est juste.',
    before: 'Ce qui valait avant',
    until_when: when => `jusqu’à ${when}`,
  },
  calendar: 'Calendrier du bureau',
  calendar_lead:
    'Jours où le bureau est fermé ou ouvert à d’autres heures. Les promesses et les billets reportés en tiennent compte. Un jour s’annonce ou se retire tant qu’il n’est pas passé; aujourd’hui compte à partir de maintenant.',
  meanwhile: 'Quelqu’un l’a modifié entre-temps :',
  meanwhile_hint: 'Votre texte est toujours ici. Enregistrez encore pour le mettre à la place.',
  look_only: 'La coordination ou l’administration modifie cela.',
};
