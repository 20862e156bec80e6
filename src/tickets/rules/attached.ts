/**
 * Whether a text speaks of a file that comes with it ("see attached", « ci-joint »), in either language. What is
 * quoted ("> …") was written by somebody else. Asked about once, never refused, so a rare wrong guess costs a press.
 */
export const promisesFile = (text: string): boolean =>
  text.split('\n').some(line => !/^\s*>/.test(line) && promises.some(words => words.test(line)));

/** Whole words: no letter or digit on either side, accents included. */
const whole = (...words: string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

/** A file that is missing, or that came from elsewhere and does not open, is not promised. */
const not_there =
  '(?<!(?:no|without|any|missing|open|opens|opening|download|downloading|view|print|sans|aucune|pas de|ouvrir|télécharger|imprimer)(?: (?:an?|any|the|my|your|our|la|les|une|des|mes|vos|l’|de))? )';

const message = '(?:e-?mail|message|reply|note|ticket|question)';

const promises = [
  // "Attached to the school", "attached by a cable" is no file; "attached to this message" is.
  whole(
    `${not_there}attachments?`,
    `attached(?! (?:by|via|with|through|at|to (?!(?:this|the|my) ${message})))`,
    'attaching',
    '(?:i|we)(?: will| also| can)? attach',
  ),
  whole(
    "(?:please find|see|find|is|are|i have|i[’']ve|we) enclosed",
    'enclosed (?:is|are|you|please)',
    '(?:i|we) enclose',
  ),
  // « Joindre » is also to reach by telephone: only what is joined in writing counts.
  whole(
    'ci[- ]?joint(?:e|s|es)?',
    'ci[- ]?annexée?s?',
    'en (?:annexe|p\\.?j\\.?)',
    `${not_there}pi[èe]ces? jointes?`,
    '(?:je|nous)(?: vous)? (?:joins|joignons|joindrai|joindrons)',
    "(?:j[’']ai|nous avons|ai) (?:aussi )?joint(?! (?:mme?|m\\.|madame|monsieur|l[’']|le directeur|la directrice|le centre))",
    "(?:fichiers?|documents?|images?|photos?|captures?(?: d[’']écran)?|listes?|copies?|formulaires?|rapports?) joint(?:e|s|es)?",
    'vous trouverez (?:ci-|en )?(?:joint|annexe|pièce)(?:e|s|es)?',
  ),
];
