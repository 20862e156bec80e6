/** Words that say nothing about what a text is about, folded as `termsOf` folds. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Small words that only English has, by which a text is known to be English. */
export const english = words(`
  the and of is it that we you for have has had with this be not are was were but at they our your can could when she he
  her his him them their from if all will would there here so what who how why which where been being do does did doing
  done its into than then these those through too very just about after again any because before both by down during each
  few more most now off once only other out over own same some such under until up while my me i im ive id ill hes shes
  its were weve theyre theyve theres thats whats isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt
  shouldnt havent hasnt hadnt should shall may might must also as to in
`);

/** Small words that only French has. */
export const french = words(`
  le la les un une des du de et est il elle ils elles ne pas que qui quoi dont ou je tu nous vous mon ma mes ton ta tes ses
  notre nos votre vos leur leurs ce cet cette ces au aux avec dans par pour sur sous sans mais donc car si se sont suis sommes
  etes etre ete avoir ai avons avez ont avait avais etait etaient fait faire fais fait cest jai ca cela ceci celle celui ceux
  y en lui eux moi toi soi plus moins tres trop aussi alors apres avant comme comment quand quel quelle quels quelles meme
  tout toute tous toutes encore deja rien peu peut peux pouvez pouvons dois doit faut voici voila chez entre vers depuis
  pourquoi parce puis lors ici
`);

/** What both have, and the courtesies of letters: somebody greets, thanks and asks for help in every ticket. */
const courtesies = words(`
  a an on or no so me in to as us am
  hello hi hey dear good morning afternoon evening day greetings please pls plz thank thanks thankyou thx cheers regards
  sincerely best kind kindly help helping helpful assist assistance appreciate appreciated appreciation advise sorry team
  everyone folks guys sir madam wondering wonder question urgent asap wish hope hoping
  bonjour salut bonsoir allo merci remerciements svp stp plait aide aidez aider cordialement salutations cordiales bonne
  bon journee soiree madame monsieur equipe desole desolee avance besoin
`);

export const isStopWord = (word: string): boolean =>
  english.has(word) || french.has(word) || courtesies.has(word);
