import type { WelcomeWords } from './en.ts';

export const fr: WelcomeWords = {
  invitation: name => `Bienvenue, ${name}`,
  reset: name => `Un nouveau mot de passe pour ${name}`,
  invitation_lead: 'Vous êtes invité au bureau. Choisissez un mot de passe que vous seul connaissez.',
  reset_lead: 'Choisissez un autre mot de passe. L’ancien prend fin, et vous êtes déconnecté partout.',
  username: 'Votre nom d’utilisateur est',
  until: 'Ce lien fonctionne une fois, jusqu’au',
  password: 'Mot de passe',
  password_hint: 'Au moins 10 caractères.',
  come_in: 'Entrer',
  keep: 'Garder ce mot de passe',
  or: 'Ou sans mot de passe à vous ici :',
  through: name => `Entrer avec ${name}`,
  over: 'Ce lien n’ouvre rien',
  unknown: 'Il a peut-être été tronqué à la copie. Demandez-le de nouveau, en entier.',
  to_sign_in: 'À la page de connexion',
  sign_in_through: name => `Se connecter avec ${name}`,
  sign_in_hint: 'Pour les personnes du bureau.',
};
