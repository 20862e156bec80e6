import type { SeveralWords } from './en.ts';

export const fr: SeveralWords = {
  act_for: 'Vous agissez pour',
  now: 'maintenant',
  go_to: school => `Agir pour ${school}`,
  back_to: school => `Rester avec ${school}`,
  password_title: school => `Agir pour ${school}`,
  password_lead: school =>
    `D’abord le mot de passe de ${school}. Avec une seconde clé personnelle ici, il n’est pas demandé.`,
  password: school => `Mot de passe de ${school}`,
  go: 'Passer',
  other: {
    title: 'Mes autres écoles',
    lead: 'Vous y passez par le menu sous votre nom, sans vous déconnecter.',
    none: 'Travaillez-vous aussi dans une autre école qui utilise ce centre d’aide ? Dites-le une fois, et vous y passerez sans vous déconnecter.',
    say: 'Je travaille aussi dans une autre école',
    since: 'dit',
    end: 'Mettre fin',
    end_named: school => `Mettre fin : ${school}`,
    ended: school => `Vous ne passez plus à ${school}.`,
    of_person: 'Aussi dans d’autres écoles',
    ended_of: (name, school) => `${name} ne passe plus à ${school}.`,
  },
  also: {
    title: 'Je travaille aussi dans une autre école',
    lead: 'Montrez que vous êtes ces deux personnes : avec le mot de passe de cette école, et avec tout ce que demande la connexion de l’autre. Les deux écoles voient que vous l’avez dit, et chacune tient sa propre liste.',
    own: school => `Mot de passe de ${school}`,
    username: 'Nom d’utilisateur de l’autre école',
    there: 'Mot de passe de l’autre école',
    next: 'Suivant',
    said: 'C’est dit. Votre autre école est dans le menu sous votre nom.',
    back: 'Retour à mon compte',
  },
  another: {
    title: (name, school) =>
      school ? `Cette page est pour ${school} (${name})` : `Cette page est celle de ${name}`,
    why: 'Dans un autre onglet vous agissez maintenant pour quelqu’un d’autre : rien ne peut être envoyé d’ici. Ce que vous avez écrit reste : revenez-y pour l’envoyer.',
    load: 'Charger la page de nouveau',
  },
};
