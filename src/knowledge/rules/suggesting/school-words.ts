/**
 * What means the same in the work of a school: a group a line, English and French together, since a ticket in one
 * language can be solved by an article in the other. A group's own words come on top of these.
 */
export const school_words: readonly (readonly string[])[] = `
student, pupil, kid, child, girl, boy, élève, enfant, étudiant, jeune
mark, grade, score, note, résultat
report card, bulletin
attendance, roll, roll call, présence, assiduité
absent, absence, away, missing
late, tardy, retard
excused, motivé, justifié
early leave, leave early, départ, partir plus tôt
teacher, enseignant, prof, professeur
principal, vice-principal, director, directeur, directrice, direction
secretary, clerk, office, secrétaire, secrétariat
parent, guardian, mother, father, mom, mum, dad, mère, père, maman, papa, tuteur
school, école, établissement
class, classe, groupe
course, subject, cours, matière
timetable, schedule, horaire
block, period, bloc, période
room, classroom, local, salle
homeroom, division, foyer, titulaire
section, groupe
full, plein, complet
password, pwd, mot de passe
sign in, signin, login, log in, log on, logon, connexion, connecter, ouvrir une session
sign out, logout, log out, kicked out, déconnexion, déconnecter
account, user, compte, utilisateur
locked, blocked, verrouillé, bloqué
browser, chrome, edge, firefox, safari, navigateur
computer, laptop, pc, machine, ordinateur, portable
tablet, ipad, tablette
network, internet, wifi, wi-fi, connection, réseau
firewall, filter, proxy, pare-feu
server, serveur
slow, sluggish, lent, lenteur
outage, down, panne
screen, écran
button, bouton
window, popup, pop-up, fenêtre
print, printing, printout, imprimer, impression
printer, copier, imprimante
label, sticker, étiquette
footer, bottom, bas de page, pied de page
paper, sheet, page, papier, feuille
bcesis, esis
pen, personal education number, nip, numéro d'identification
request, application, demande
refused, rejected, returned, bounced, refusé, rejeté, renvoyé, retourné
name, nom
first name, given name, prénom
last name, surname, family name, nom de famille
preferred name, nickname, usual name, nom usuel, prénom usuel, surnom
legal, birth certificate, légal, acte de naissance
address, street, adresse, rue
phone, cell, téléphone, cellulaire
contact, contact information, coordonnées
mail, email, courriel
enrol, enrolment, register, registration, admit, admission, inscrire, inscription, admettre
withdraw, withdrawal, unenrol, remove, retirer, retrait
transfer, move, transférer, transfert, déménager
year, année
last year, previous year, année passée, année dernière
year end, end of year, roll-over, rollover, fin d'année
grade level, grade, niveau
list, liste
report, rapport
error, error message, erreur
missing, gone, disappeared, vanished, manque, disparu, manquant
wrong, incorrect, mauvais, erroné
change, edit, correct, update, fix, modifier, changer, corriger
add, ajouter
delete, erase, supprimer, effacer
save, enregistrer, sauvegarder
open, ouvrir, ouvert
closed, fermé
find, search, look up, trouver, chercher, recherche
file, fichier
record, folder, fiche, dossier
import, upload, importer
export, download, exporter, télécharger
birth date, date of birth, dob, birthday, date de naissance
key, fob, token, clé, jeton
accent, special character, caractère
comment, remark, commentaire
transcript, relevé de notes
graduation, grad, diploma, diplôme, finissant
ministry, government, ministère, gouvernement
district, school board, commission scolaire
training, workshop, formation
cost, bill, invoice, fee, share, facture, frais, coût, payer
privacy, confidential, breach, confidentialité
wrong person, wrong parent, mauvaise personne
new, newcomer, nouveau, nouvelle
former, previous, old, ancien, ancienne
kindergarten, kinder, maternelle
count, total, number, nombre, compte
conflict, clash, double booked, conflit
substitute, sub, ttoc, suppléant, remplaçant
staff, employee, personnel, employé
access, permission, rights, accès, droits
waiting, stuck, attente, bloqué
question, ticket, demande
first, premier, première
settings, configuration, réglage, paramètre
both schools, two schools, cross-enrolled, deux écoles
duplicate, twice, double, deux fois
`
  .trim()
  .split('\n')
  .map(line => line.split(', '));
