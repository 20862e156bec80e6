import type { Words } from '#platform/schemas.ts';

/** What is said of each row of responsibility.json: its topic, and what each side does that has a part in it. */
interface Duty {
  topic: Words;
  group?: Words;
  school?: Words;
}

const words_of = {
  l2_service: {
    topic: {
      en: 'Level 2 help, given by the provincial project’s service desk to the group’s designated contacts',
      fr: 'L’aide de niveau 2, donnée par le centre de services du projet provincial aux contacts désignés du groupe',
    },
  },
  tools: {
    topic: { en: 'Tools for tracking and reporting issues', fr: 'Les outils de suivi et de signalement' },
    group: {
      en: 'provides the tools with which issues are tracked and reported',
      fr: 'fournit les outils de suivi et de signalement des problèmes',
    },
  },
  kb_staff: {
    topic: { en: 'A knowledge base of Level 1', fr: 'Une base de connaissances de niveau 1' },
    group: {
      en: 'builds a knowledge base and keeps it correct',
      fr: 'bâtit une base de connaissances et la garde exacte',
    },
  },
  coordination: {
    topic: {
      en: 'Coordinating all Level 1 services',
      fr: 'La coordination de tous les services de niveau 1',
    },
    group: { en: 'coordinates all Level 1 services', fr: 'coordonne tous les services de niveau 1' },
  },
  sla: {
    topic: { en: 'This agreement and its upkeep', fr: 'La présente entente et sa tenue à jour' },
    group: {
      en: 'keeps this agreement, with its versions and its signatures',
      fr: 'tient la présente entente, ses versions et ses signatures',
    },
  },
  configuration: {
    topic: { en: 'Configuration of the system', fr: 'La configuration du système' },
    group: {
      en: 'changes the configuration of the system, after asking the schools that a change touches',
      fr: 'modifie la configuration du système, après consultation des écoles touchées',
    },
  },
  security_access: {
    topic: { en: 'Security and access in the system', fr: 'La sécurité et les accès dans le système' },
    group: {
      en: 'gives and takes away accounts and rights, when the school’s security contact or lead asks',
      fr: 'donne et retire les comptes et les droits, à la demande de la direction ou de la personne responsable de la sécurité de l’école',
    },
  },
  stage_gate: {
    topic: { en: 'Support from Stage 1 on', fr: 'Le soutien à partir de l’étape 1' },
    group: {
      en: 'supports the school from the day on which it enters Stage 1',
      fr: 'soutient l’école dès le jour de son entrée dans l’étape 1',
    },
  },
  training_gate: {
    topic: {
      en: 'Access after the first week of training',
      fr: 'L’accès après la première semaine de formation',
    },
    group: {
      en: 'gives access to the school once it has completed the first week of training',
      fr: 'donne l’accès à l’école quand elle a terminé la première semaine de formation',
    },
  },
  accounts: {
    topic: {
      en: 'The school’s user names and passwords',
      fr: 'Les noms d’utilisateur et mots de passe de l’école',
    },
    group: {
      en: 'assigns the school’s user name and password',
      fr: 'attribue le nom d’utilisateur et le mot de passe de l’école',
    },
  },
  school_tech: {
    topic: { en: 'Technical support inside the school', fr: 'Le soutien technique dans l’école' },
    school: {
      en: 'provides acceptable technical support of its own and names its technical contact',
      fr: 'assure un soutien technique acceptable et nomme son contact technique',
    },
  },
  web_contact: {
    topic: { en: 'Contact through the web software', fr: 'Le contact par le logiciel web' },
    school: {
      en: 'asks for help through this web software; by phone when it is down, or in a privacy emergency',
      fr: 'demande de l’aide par ce logiciel web; par téléphone s’il est en panne ou en cas d’urgence de vie privée',
    },
  },
  designated_process: {
    topic: { en: 'Use of the designated processes', fr: 'Le recours aux processus désignés' },
    school: {
      en: 'uses the designated processes and methods',
      fr: 'suit les processus et méthodes désignés',
    },
  },
  funding: {
    topic: { en: 'The school’s share of the cost', fr: 'La part de l’école dans les coûts' },
    group: {
      en: 'calculates each school’s share and sends its statement',
      fr: 'calcule la part de chaque école et envoie son relevé',
    },
    school: {
      en: 'shares the funding of the Level 1 services',
      fr: 'partage le financement des services de niveau 1',
    },
  },
  connection: {
    topic: { en: 'Connection to the Internet', fr: 'La connexion à Internet' },
    school: {
      en: 'is responsible for all connection issues, with the Internet company that it hires',
      fr: 'répond de tous les problèmes de connexion, avec le fournisseur Internet qu’elle engage',
    },
  },
  proxy_firewall: {
    topic: { en: 'Proxy servers and firewalls', fr: 'Les serveurs mandataires et pare-feu' },
    school: {
      en: 'configures its proxy servers and firewalls by the published list of hosts and ports',
      fr: 'configure ses serveurs mandataires et pare-feu selon la liste publiée des hôtes et ports',
    },
  },
  os: {
    topic: { en: 'Operating systems', fr: 'Les systèmes d’exploitation' },
    school: {
      en: 'solves the problems of its operating systems',
      fr: 'règle les problèmes de ses systèmes d’exploitation',
    },
  },
  browser: {
    topic: { en: 'Browsers', fr: 'Les navigateurs' },
    school: { en: 'solves the problems of its browsers', fr: 'règle les problèmes de ses navigateurs' },
  },
  ie_on_mac: {
    topic: {
      en: 'Naming a supported browser where a vendor supports none (Internet Explorer on a Mac)',
      fr: 'Le choix d’un navigateur pris en charge quand le fournisseur n’en a pas (Internet Explorer sur Mac)',
    },
    group: {
      en: 'names a supported browser where the vendor supports none',
      fr: 'nomme un navigateur pris en charge quand le fournisseur n’en a pas',
    },
  },
  self_help: {
    topic: { en: 'First use of the online resources', fr: 'Le recours aux ressources en ligne d’abord' },
    group: {
      en: 'keeps the online resources good: quick reference guides, FAQ, user forum, knowledge base',
      fr: 'garde de bonnes ressources en ligne : guides, FAQ, forum, base de connaissances',
    },
    school: {
      en: 'first uses the online resources: quick reference guides, FAQ, user forum, knowledge base',
      fr: 'consulte d’abord les ressources en ligne : guides, FAQ, forum, base de connaissances',
    },
  },
  privacy: {
    topic: {
      en: 'Privacy of the data that it reaches and transfers (PIPA)',
      fr: 'La protection des données qu’elle consulte et transmet (PIPA)',
    },
    group: {
      en: 'answers for the personal information that it holds itself (PIPA)',
      fr: 'répond des renseignements personnels qu’il détient lui-même (PIPA)',
    },
    school: {
      en: 'sees to it that all its access to data and all transfers meet the privacy guidelines (PIPA)',
      fr: 'veille à ce que tout accès aux données et tout transfert respectent les règles de vie privée (PIPA)',
    },
  },
  notices: {
    topic: { en: 'Passing on notices of Level 2', fr: 'La transmission des avis du niveau 2' },
    group: {
      en: 'passes on to the schools what Level 2 announces',
      fr: 'transmet aux écoles ce que le niveau 2 annonce',
    },
  },
  liaison: {
    topic: { en: 'Liaison between Level 2 and the school', fr: 'La liaison entre le niveau 2 et l’école' },
    group: {
      en: 'stands between Level 2 and the school, through its designated contacts',
      fr: 'assure la liaison entre le niveau 2 et l’école, par ses contacts désignés',
    },
  },
  materials: {
    topic: { en: 'Training materials', fr: 'Le matériel de formation' },
    group: {
      en: 'makes training materials and documentation available',
      fr: 'met à disposition le matériel de formation et la documentation',
    },
  },
  access_review: {
    topic: { en: 'Reviews of who has access', fr: 'La revue des accès' },
    group: {
      en: 'asks each year who still needs access',
      fr: 'demande chaque année qui a encore besoin d’un accès',
    },
  },
  outage: {
    topic: { en: 'Outages of the system itself', fr: 'Les pannes du système lui-même' },
    group: {
      en: 'notices an outage, reports it to Level 2 and tells the schools',
      fr: 'constate une panne, la signale au niveau 2 et avertit les écoles',
    },
  },
  printer: {
    topic: { en: 'Printers', fr: 'Les imprimantes' },
    school: { en: 'looks after its printers', fr: 's’occupe de ses imprimantes' },
  },
} satisfies Record<string, Duty>;

export type DutyId = keyof typeof words_of;
export const duty_words: Record<DutyId, Duty> = words_of;

const joined = (all: readonly string[], and: string) =>
  [all.slice(0, -1).join(', '), all.at(-1)].filter(Boolean).join(` ${and} `);
const small = (words: string) => words[0]!.toLowerCase() + words.slice(1);

/** responsibility.json, exception: what may be excepted first, then the rules. */
export const exception_rules = {
  en: (topics: readonly string[]) =>
    `for ${joined(topics.map(small), 'and')} the group’s coordinator may allow an exception, and only the coordinator`,
  fr: (topics: readonly string[]) =>
    `pour ${joined(topics.map(small), 'et')}, la coordination du groupe peut accorder une exception, et elle seule`,
  then: {
    en: [
      'an exception names its end; without one it is over after 30 days',
      'a refusal has a reason that the school reads',
      'the time spent on exceptions is counted in the report of costs',
    ],
    fr: [
      'une exception a une fin; sans date, elle prend fin après 30 jours',
      'un refus a un motif que l’école peut lire',
      'le temps consacré aux exceptions figure au rapport des coûts',
    ],
  },
};
