import type { StatusWords } from './en.ts';

export const fr: StatusWords = {
  title: 'Ce que nous savons du système',
  me_too: 'Moi aussi',
  me_too_hint: 'Au lieu d’une question : nous vous comptons, et nous vous dirons ici quand c’est réglé.',
  counted: 'Nous savons que vous l’avez aussi. Vous en aurez des nouvelles ici.',
  undo: 'Annuler',
  said: title => `Vous êtes compté pour « ${title} ».`,
  computers: 'Sur combien d’ordinateurs ?',
  sent_with: works_with => `Envoyé avec : ${works_with}`,
  keep: 'Garder',
  kept: 'C’est gardé.',
  asks: 'Nous disons que c’est réglé. Cela fonctionne-t-il de nouveau chez vous ?',
  works: 'Ça fonctionne',
  still: 'Toujours pas',
  thanks: 'Merci. C’était tout.',
  still_sent: 'Nous avons ouvert une question pour vous, avec ce que nous savons :',
  ticket: number => `Question ${number}`,
  typing: {
    label: 'Problèmes connus',
    is_it: 'Est-ce ceci ?',
    found: title => `Un problème connu est peut-être le vôtre : ${title}`,
  },
  instead: {
    title: 'Vous êtes compté',
    lead: title =>
      `Nous connaissons « ${title} » et nous y travaillons. Rien n’a été envoyé, nul besoin de demander.`,
    follow: 'Les nouvelles paraissent sur votre première page.',
    back: 'Annuler, et continuer ma question',
    home: 'À la première page',
    afresh: 'Demander autre chose',
  },
  elsewhere: {
    label: 'Un incident',
    told: (kind, title, state) => `${kind} : ${title}. ${state}.`,
    close: title => `Fermer jusqu’aux prochaines nouvelles : ${title}`,
  },
  of_ticket: 'Votre question relève d’un problème connu',
  of_ticket_hint: 'Une seule réponse va à tous ceux qui l’ont; vous la lirez ici.',
};
