import type { ConfigurationWords } from './en.ts';

export const fr: ConfigurationWords = {
  request: 'Changement de configuration',
  was: 'Actuellement',
  becomes: 'Demandé',
  from: 'de',
  to: 'à',
  affected: 'Écoles touchées',
  as_asked: 'Selon la demande',
  wished_for: 'Souhaité pour',
  planned_for: 'Prévu pour',
  late: 'ce jour est passé',
  risks: 'Ce qui pourrait mal aller, qui avertir',
  told: 'Ce que lisent les écoles touchées',
  steps: 'Ce qui a été fait',
  asked_by: 'Demandé par',
  fresh: 'Nouveau',
  taken_back: 'Annulé ensuite',
  dropped: 'Pourquoi cela ne se fera pas',
  request_link: number => `Billet ${number}`,
  failed: 'La demande n’a pas pu être chargée.',
  again: 'Réessayer',
};
