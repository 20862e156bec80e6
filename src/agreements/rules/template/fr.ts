/** The same in French. */
export const fr = `# Entente de service

Version {{version}}, en vigueur dès le {{effective}}.

La présente entente lie {{group}} (« le groupe »), qui tient le centre d’aide de niveau 1 que partagent ses écoles membres, et l’école qui la signe (« l’école »). Elle dit ce que l’école peut attendre du centre d’aide pour {{system}}, et ce que le centre d’aide peut attendre de l’école.

## 1. But

Les deux parties veulent un soutien efficace et des réponses rapides. Les délais ci-dessous sont des promesses : le logiciel du centre d’aide les mesure pour chaque billet, et les deux parties lisent les mêmes chiffres.

## 2. Ce dont le groupe se charge

{{in_scope}}

## 3. Ce que l’entente ne couvre pas

L’école elle-même ou le niveau 2 répond de ce qui suit. Le groupe conseille quand il le peut et ne promet aucun délai.

{{out_of_scope}}

## 4. Heures de soutien

Le centre d’aide est ouvert : {{hours}}. Il est fermé les jours fériés de la Colombie-Britannique et les jours qu’il annonce. Un incident de vie privée peut être signalé en tout temps.

## 5. Délais

Tous les délais se comptent en heures d’ouverture du centre d’aide, dès l’envoi du billet.

{{targets}}

Une fois la première réponse donnée, chaque nouvelle question de l’école reçoit une réponse dans le délai d’une première réponse. Le délai de solution s’arrête pendant que le centre d’aide attend l’école, pendant que le niveau 2 a le billet, et jusqu’à une date convenue. Un accusé de réception automatique n’est pas une réponse.

La priorité dépend du nombre de personnes touchées et de l’urgence. Le centre d’aide peut la corriger et le dit dans le billet.

Les objectifs du groupe pour chaque mois :

{{goals}}

## 6. Obligations du groupe

Le groupe

{{group_duties}}

## 7. Obligations de l’école

L’école

{{school_duties}}

## 8. Exceptions

{{exceptions}}

## 9. En cas de problème

Une école mécontente le dit dans le billet, ou dans un nouveau qui le nomme. La coordination du groupe répond en {{complaint_days}} jours d’école : ce qui a été constaté et ce qui change. Si cela ne suffit pas, la direction de l’école peut en saisir les écoles membres du groupe.

## 10. Rapports

Chaque mois, le groupe rend compte à la direction de l’école : ce qui a été demandé, en combien de temps il a été répondu et réglé, et chaque promesse non tenue, avec sa raison.

## 11. Révision et changements

Les deux parties revoient la présente entente d’ici le {{review}}. Un changement est une nouvelle version. Tant que l’école ne l’a pas signée, la version qu’elle a signée reste en vigueur, et un billet garde la version avec laquelle il a commencé.

## 12. Vie privée

Les deux parties respectent la loi de la Colombie-Britannique sur les renseignements personnels (PIPA). L’école ne met dans un billet que les renseignements personnels nécessaires pour le régler.

## 13. Signatures

L’entente lie les deux parties dès le jour nommé ci-dessus, une fois signée par la direction de l’école et contresignée par la coordination du groupe.
`;
