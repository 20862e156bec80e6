import { z } from 'zod';
import type { DutyId } from '#agreements/rules/duties/duties.ts';
import { Moment, stored, type Words } from '#platform/schemas.ts';

/** What a school reads when the desk hands a ticket back (S16): whose it is and why, then what it does next. */

interface Text {
  text: Words;
  next: Words;
}

/** As Firstline comes: a text for each row for which a school answers. The coordinator writes her own. */
export const first_texts = {
  connection: {
    text: {
      en: 'Thank you for your report. What you found points to the connection of your school to the internet. Your school looks after it, with the internet company that it hires, so the desk cannot repair it from here.',
      fr: 'Merci de votre signalement. Ce que vous avez trouvé pointe vers la connexion de votre école à Internet. L’école s’en occupe avec le fournisseur qu’elle engage; le bureau ne peut donc pas la réparer d’ici.',
    },
    next: {
      en: 'Call your internet company, tell them what the connectivity guide found (its code is on this ticket), and ask for a reference number. Write it here if you would like us to follow.',
      fr: 'Appelez votre fournisseur Internet, dites-lui ce que le guide de connexion a trouvé (son code est dans ce billet) et demandez un numéro de référence. Écrivez-le ici si vous voulez que nous suivions.',
    },
  },
  proxy_firewall: {
    text: {
      en: 'Thank you for your report. The system answers, but a firewall, a filter or a proxy of your school stops it. Your school sets these up, by the list of addresses that we publish.',
      fr: 'Merci de votre signalement. Le système répond, mais un pare-feu, un filtre ou un serveur mandataire de votre école l’arrête. L’école les configure selon la liste d’adresses que nous publions.',
    },
    next: {
      en: 'Give the page “Addresses for your firewall” (in the menu under your name) to whoever runs your firewall. It has the lines to copy for common products. Then run the connectivity guide once more.',
      fr: 'Donnez la page « Adresses pour votre pare-feu » (dans le menu sous votre nom) à la personne qui gère votre pare-feu. Elle contient les lignes à copier pour les produits courants. Suivez ensuite de nouveau le guide de connexion.',
    },
  },
  os: {
    text: {
      en: 'Thank you for your report. What you see comes from the operating system of this computer. Your school looks after its computers, so the desk cannot change it.',
      fr: 'Merci de votre signalement. Ce que vous voyez vient du système d’exploitation de cet ordinateur. L’école s’occupe de ses ordinateurs; le bureau ne peut donc pas le modifier.',
    },
    next: {
      en: 'Use another computer until then, and ask your school’s technician to install the updates of the operating system. If your school has nobody who can, answer here and ask for an exception.',
      fr: 'Utilisez un autre ordinateur d’ici là, et demandez au technicien de votre école d’installer les mises à jour du système d’exploitation. Si personne ne peut le faire, répondez ici et demandez une exception.',
    },
  },
  browser: {
    text: {
      en: 'Thank you for your report. What you see comes from the browser. Your school looks after its browsers; the system works with those on the list in the connectivity guide.',
      fr: 'Merci de votre signalement. Ce que vous voyez vient du navigateur. L’école s’occupe de ses navigateurs; le système fonctionne avec ceux de la liste du guide de connexion.',
    },
    next: {
      en: 'Use a browser of that list, or ask your school’s technician to update yours. If none of them runs on this computer, answer here and ask for an exception.',
      fr: 'Utilisez un navigateur de cette liste, ou demandez au technicien de votre école de mettre le vôtre à jour. Si aucun ne fonctionne sur cet ordinateur, répondez ici et demandez une exception.',
    },
  },
  school_tech: {
    text: {
      en: 'Thank you for your report. This needs somebody beside the computer, and your school has its own technical support for that.',
      fr: 'Merci de votre signalement. Il faut quelqu’un devant l’ordinateur, et l’école a son propre soutien technique pour cela.',
    },
    next: {
      en: 'Show this ticket to your school’s technical contact, with the answers of the connectivity guide. If a check fails, write here what it said.',
      fr: 'Montrez ce billet au contact technique de votre école, avec les réponses du guide de connexion. Si une vérification échoue, écrivez ici ce qu’elle disait.',
    },
  },
  printer: {
    text: {
      en: 'Thank you for your report. The page comes out of the system complete; the printer or its driver changes it. Your school looks after its printers.',
      fr: 'Merci de votre signalement. La page sort complète du système; l’imprimante ou son pilote la modifie. L’école s’occupe de ses imprimantes.',
    },
    next: {
      en: 'Save the page as a PDF and print that on another printer. If it comes out right there, ask your technician to look at the first one.',
      fr: 'Enregistrez la page en PDF et imprimez-la sur une autre imprimante. Si elle sort bien là, demandez à votre technicien de vérifier la première.',
    },
  },
  self_help: {
    text: {
      en: 'Thank you for your question. The guides and answers of this help desk say how it is done, and schools use them first.',
      fr: 'Merci de votre question. Les guides et réponses de ce centre d’aide expliquent comment faire, et les écoles les consultent d’abord.',
    },
    next: {
      en: 'Open “Answers”, type what you want to do, and follow the guide. If a step does not work as it says, answer here with the step.',
      fr: 'Ouvrez « Réponses », tapez ce que vous voulez faire et suivez le guide. Si une étape ne fonctionne pas comme il le dit, répondez ici avec l’étape.',
    },
  },
} as const satisfies Partial<Record<DutyId, Text>>;

export type HandedBack = keyof typeof first_texts;
export const handed_back = Object.keys(first_texts) as [HandedBack, ...HandedBack[]];
export const isHandedBack = (duty: DutyId): duty is HandedBack => Object.hasOwn(first_texts, duty);

const longest = 2000;
const said = z.string().trim().min(1, 'empty').max(longest).refine(stored, 'unstorable');
/** Two words at least: a next step is something to do. */
const step = said.refine(text => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 2, 'empty');

export const HandBackWriting = z.object({
  text: z.object({ en: said, fr: said }),
  next: z.object({ en: step, fr: step }),
});
export type HandBackWriting = z.output<typeof HandBackWriting>;

export const HandBackText = HandBackWriting.extend({
  duty: z.enum(handed_back),
  subject: z.string(),
  /** Who wrote it; null where it is as Firstline came. */
  changed: z.object({ by: z.string(), at: Moment }).nullable(),
});
export type HandBackText = z.infer<typeof HandBackText>;
export const HandBackTexts = z.object({
  items: z.array(HandBackText),
  can: z.object({ change: z.boolean() }),
});
export type HandBackTexts = z.infer<typeof HandBackTexts>;
