import { actorOf } from '#accounts/server/acting.ts';
import type { Database } from '#platform/db/database.ts';
import type { NewMacro } from '#tickets/rules/macros/macro.ts';
import { NewMacro as asKept } from '#tickets/rules/macros/macro.ts';
import { countUse, keepMacro } from '#tickets/server/macros/macros.ts';
import type { CastName } from './cast.ts';
import { deskTime } from './desk-time.ts';
import type { Actors } from './town.ts';

/** What the town's desk writes again and again: who keeps it, and on which tickets it was used. */
const kept: readonly { by: CastName; used?: readonly [CastName, number][]; macro: NewMacro }[] = [
  {
    by: 'Nadia Petrov',
    used: [
      ['Maya Chen', 1003],
      ['Ines Roy', 1006],
      ['Maya Chen', 1011],
    ],
    macro: {
      name: 'Which browser is it?',
      folder: 'Access / Browser',
      whose: 'all',
      lang: 'en',
      reply: `Hello {{person.first_name}},

to see what is going on we need three things:

- Which browser is it, and which version? In most it stands under *Help*, then *About*.
- Is it a school computer or one at home?
- What exactly does the page say? A picture of it is best.

{{me.first_name}}`,
      steps: [
        { does: 'move', move: 'ask_school' },
        { does: 'assign', agent: 'me' },
      ],
    },
  },
  {
    by: 'Nadia Petrov',
    used: [
      ['Ines Roy', 1001],
      ['Maya Chen', 1009],
    ],
    macro: {
      name: 'Password is reset',
      folder: 'Access / Passwords',
      whose: 'all',
      lang: 'en',
      reply: `Hello {{person.first_name}},

the password is reset. The person signs in once with the temporary one, which we give to your security contact by phone, and chooses a new one at once.

Please never send a password here or by mail. {{me.name}}`,
      note: 'Temporary password given by phone to the security contact, never in writing.',
      steps: [
        { does: 'change', category: 'login_access' },
        { does: 'assign', agent: 'me' },
        { does: 'move', move: 'resolve', resolution_code: 'solved_l1', minutes: 10 },
      ],
    },
  },
  {
    by: 'Nadia Petrov',
    macro: {
      name: 'Rights must be asked by the security contact',
      folder: 'Access / Passwords',
      whose: 'all',
      lang: 'en',
      reply: `Hello {{person.first_name}},

a new right for somebody at {{school.name}} must be asked for by your security contact or your principal. Please have one of them answer here with the name and the class or screen that is missing.`,
      steps: [
        { does: 'change', category: 'security_role' },
        { does: 'move', move: 'ask_school' },
      ],
    },
  },
  {
    by: 'Nadia Petrov',
    used: [['Ines Roy', 1014]],
    macro: {
      name: 'We have it, and when you hear',
      folder: 'Greetings',
      whose: 'all',
      lang: 'en',
      reply: `Hello {{person.first_name}},

thank you. I have your ticket {{ticket.number}} and look into it now. You hear from me by {{date:+2}}, sooner if I know more.

{{me.name}}`,
      steps: [{ does: 'assign', agent: 'me' }],
    },
  },
  {
    by: 'Nadia Petrov',
    macro: {
      name: 'Nous avons votre billet',
      folder: 'Greetings',
      whose: 'all',
      lang: 'fr',
      reply: `Bonjour {{person.first_name}},

merci. J’ai votre billet {{ticket.number}} et je m’en occupe. Vous aurez de mes nouvelles d’ici {{date:+2}}.

{{me.name}}`,
      steps: [{ does: 'assign', agent: 'me' }],
    },
  },
  {
    by: 'Nadia Petrov',
    macro: {
      name: 'Quel navigateur ?',
      folder: 'Access / Browser',
      whose: 'all',
      lang: 'fr',
      reply: `Bonjour {{person.first_name}},

quel navigateur utilisez-vous, et quelle version ? Est-ce un ordinateur de l’école ? Et que dit la page exactement ?

{{me.first_name}}`,
      steps: [{ does: 'move', move: 'ask_school' }],
    },
  },
  {
    by: 'Nadia Petrov',
    used: [['Maya Chen', 1008]],
    macro: {
      name: 'Over to the Level 2 contact',
      folder: 'Level 2',
      whose: 'all',
      lang: 'en',
      reply: `Hello {{person.first_name}},

this must be looked at by the ministry’s desk. We are passing it on with all that you told us. You need do nothing, and you hear from us when there is an answer.`,
      note: `For Level 2, ticket {{ticket.number}} of {{school.code}}:

- Steps:
- Screen and exact words:
- When, how often:`,
      steps: [{ does: 'move', move: 'propose_escalation' }],
    },
  },
  {
    by: 'Nadia Petrov',
    macro: {
      name: 'Still with Level 2',
      folder: 'Level 2',
      whose: 'all',
      lang: 'en',
      reply: `Hello {{person.first_name}},

your ticket is with the ministry’s desk under the number {{ticket.level2_reference}}. They work on it. We ask again on {{date:+3}} and tell you what they say.`,
    },
  },
  {
    by: 'Maya Chen',
    used: [['Maya Chen', 1012]],
    macro: {
      name: 'Report cards: print from the PDF',
      folder: 'Report cards',
      whose: 'own',
      lang: 'en',
      reply: `Hello {{person.first_name}},

please open the report cards as a PDF first, and print from there: in the browser the last line is cut off. Under *Reports*, choose *Report cards*, then *Open as PDF*.`,
      steps: [
        { does: 'change', category: 'report_cards' },
        { does: 'move', move: 'resolve', resolution_code: 'solved_l1', minutes: 5 },
      ],
    },
  },
  {
    by: 'Maya Chen',
    macro: {
      name: 'Mine, and for marks and report cards',
      folder: 'Report cards',
      whose: 'own',
      lang: 'en',
      steps: [
        { does: 'change', category: 'report_cards' },
        { does: 'assign', agent: 'me' },
      ],
    },
  },
];

/** Keeps them as their people would have, and their uses. */
export async function keepMacros(database: Database, actors: Actors, now: Date): Promise<void> {
  for (const [at, { by, used = [], macro }] of kept.entries()) {
    const acting = (name: CastName, hours_ago: number) => ({
      who: actors[name],
      now: deskTime(now, -hours_ago),
      lang: 'en' as const,
      code_wall: true,
    });
    const { id } = await database.transact(actorOf(actors[by]), db =>
      keepMacro({ ...acting(by, 400), db }, asKept.parse(macro)),
    );
    for (const [name, ticket] of used)
      await database.transact(actorOf(actors[name]), db =>
        countUse({ ...acting(name, 3 * at + 2), db }, id, ticket),
      );
  }
}
