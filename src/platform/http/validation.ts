import type { z } from 'zod';
import type { Words } from '../schemas.ts';

/** What is wrong with a field, for a person: one sentence for each kind of fault, in both languages. */
const sentences: Record<string, Words> = {
  empty: { en: 'Please write something here.', fr: 'Veuillez écrire quelque chose ici.' },
  unstorable: {
    en: 'Contains a character that cannot be kept (a null character or half of an emoji).',
    fr: 'Contient un caractère qui ne peut pas être conservé (caractère nul ou moitié d’émoji).',
  },
  one_line: {
    en: 'Must be a single line, without control characters.',
    fr: 'Doit tenir sur une seule ligne, sans caractères de contrôle.',
  },
  order: { en: 'The end comes before the beginning.', fr: 'La fin vient avant le début.' },
  far: { en: 'Lies too far in the past or the future.', fr: 'Est trop éloigné dans le temps.' },
  twice: { en: 'One of these stands here twice.', fr: 'L’un de ces éléments figure deux fois.' },
  issuer: {
    en: 'Must be an https address, as https://sign-in.example.org.',
    fr: 'Doit être une adresse https, comme https://sign-in.example.org.',
  },
  never_open: {
    en: 'It must be open at some time of the week.',
    fr: 'Il faut au moins une plage ouverte dans la semaine.',
  },
  not_a_number: {
    en: 'Must be a telephone number, as 250-555-0100.',
    fr: 'Doit être un numéro de téléphone, comme 250-555-0100.',
  },
  plain_name: {
    en: 'A name has no braces and no number sign.',
    fr: 'Un nom n’a ni accolades ni dièse.',
  },
  school_agrees: { en: 'The school has to agree to the date.', fr: 'L’école doit accepter la date.' },
};

/** For a field that was not sent at all. */
export const missing: Words = { en: 'This is needed.', fr: 'Ce champ est requis.' };

const kinds: Record<string, Words> = {
  string: { en: 'Must be text.', fr: 'Doit être du texte.' },
  number: { en: 'Must be a number.', fr: 'Doit être un nombre.' },
  int: { en: 'Must be a whole number.', fr: 'Doit être un nombre entier.' },
  boolean: { en: 'Must be true or false.', fr: 'Doit être true ou false.' },
  array: { en: 'Must be a list.', fr: 'Doit être une liste.' },
  object: { en: 'Must be an object.', fr: 'Doit être un objet.' },
};

const choices = (values: readonly unknown[]) => values.slice(0, 40).join(', ');

type Issue = z.core.$ZodIssue;

/** The sentence for one fault that a schema found. */
export function sentenceFor(issue: Issue): Words {
  const own = sentences[issue.message];
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? { en: 'Is of the wrong kind.', fr: 'N’est pas du bon type.' };
    case 'invalid_value':
      return {
        en: `Must be one of: ${choices(issue.values)}.`,
        fr: `Valeurs possibles : ${choices(issue.values)}.`,
      };
    case 'too_big':
      return issue.origin === 'string'
        ? { en: `At most ${issue.maximum} characters.`, fr: `Au plus ${issue.maximum} caractères.` }
        : { en: `At most ${issue.maximum}.`, fr: `Au plus ${issue.maximum}.` };
    case 'too_small':
      return issue.origin === 'string'
        ? { en: `At least ${issue.minimum} characters.`, fr: `Au moins ${issue.minimum} caractères.` }
        : { en: `At least ${issue.minimum}.`, fr: `Au moins ${issue.minimum}.` };
    default:
      return { en: 'Is not in the form that is asked for.', fr: 'N’a pas la forme demandée.' };
  }
}
