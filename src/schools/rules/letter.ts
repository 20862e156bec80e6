import type { Lang } from '#platform/schemas.ts';

/** The letter's words, in the language that the school reads. */
export interface LetterWords {
  title: string;
  lead: string;
  helps_with: (system: string) => string;
  code: (code: string) => string;
  address: string;
  username: string;
  password: string;
  steps: string[];
  people: string;
  more: (count: number) => string;
  lost: string;
}

export const letter_words: Record<Lang, LetterWords> = {
  en: {
    title: 'Your school’s sign-in to the help desk',
    helps_with: system => `Help with ${system}`,
    lead: 'This letter is for your school’s security contact or lead. It is the only place where this password stands: nobody keeps it, and nobody can look it up.',
    code: code => `School code ${code}`,
    address: 'Address',
    username: 'User name',
    password: 'First password',
    steps: [
      'Open the address above in a browser and type the user name and the password as they stand here, with the hyphens. There is no 0, 1, i, l or o in it.',
      'Choose your own name from the list. Everything you do is recorded with it.',
      'Choose a new password for your school: at least 10 characters, known to nobody outside. Until then nothing else opens, and from then on this letter’s password opens nothing.',
      'Tell the new password to those who are named at your school, and to nobody else. The names are on the page “People of our school”.',
      'Destroy this letter.',
    ],
    people: 'Named at your school today',
    more: count => `and ${count} more`,
    lost: 'Letter lost, or locked out? Ask the help desk for a new letter. The password of this one then opens nothing.',
  },
  fr: {
    title: 'L’accès de votre école au centre d’aide',
    helps_with: system => `Aide pour ${system}`,
    lead: 'Cette lettre s’adresse à la personne responsable de la sécurité ou à la direction de votre école. Le mot de passe ne figure qu’ici : personne ne le conserve et personne ne peut le retrouver.',
    code: code => `Code d’école ${code}`,
    address: 'Adresse',
    username: 'Nom d’utilisateur',
    password: 'Premier mot de passe',
    steps: [
      'Ouvrez l’adresse ci-dessus dans un navigateur et tapez le nom d’utilisateur et le mot de passe tels quels, avec les traits d’union. Il n’y a ni 0, ni 1, ni i, ni l, ni o.',
      'Choisissez votre nom dans la liste. Tout ce que vous faites est noté à votre nom.',
      'Choisissez un nouveau mot de passe pour votre école : au moins 10 caractères, connu de personne à l’extérieur. Rien d’autre ne s’ouvre avant, et celui de cette lettre n’ouvre ensuite plus rien.',
      'Dites le nouveau mot de passe aux personnes nommées à votre école, et à personne d’autre. Les noms sont sur la page « Personnes de notre école ».',
      'Détruisez cette lettre.',
    ],
    people: 'Nommées à votre école aujourd’hui',
    more: count => `et ${count} autres`,
    lost: 'Lettre perdue, ou accès bloqué ? Demandez une nouvelle lettre au centre d’aide. Le mot de passe de celle-ci n’ouvre alors plus rien.',
  },
};
