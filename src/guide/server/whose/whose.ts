import type { Ctx } from '#accounts/server/acting.ts';
import { duties, duty_words } from '#agreements/rules/duties/duties.ts';
import { topicOn } from '#exceptions/server/exceptions.ts';
import { seenTicket } from '#tickets/server/listed.ts';
import { en } from '#tickets/rules/words/en.ts';
import { fr } from '#tickets/rules/words/fr.ts';
import type { WhoseAnswer } from '../../rules/whose/answer.ts';
import {
  exceptionPossible,
  topicOf,
  whoseCategory,
  whoseOutcome,
  whoseTopic,
  type Whose,
} from '../../rules/whose/whose.ts';
import { isHandedBack } from '../../rules/whose/hand-back.ts';
import { owner_names } from '../../rules/words.ts';
import { checksOfTicket } from '../views.ts';
import { handBackOf } from './hand-back.ts';

/** Whose a ticket's matter is. */

const isSchools = ({ party }: Whose) => party === 'SCHOOL' || party === 'ISP';

type Found = Whose & Pick<WhoseAnswer, 'by' | 'by_words'> & { possible: boolean };

/** For a ticket that one may see. Refuses not_found. */
export async function whoseIs(ctx: Ctx, number: number): Promise<WhoseAnswer> {
  const found = await whoseOf(ctx, number);
  const { lang } = ctx;
  const row = duties.find(({ id }) => id === found.duty)!;
  const words = duty_words[found.duty];
  return {
    party: found.party,
    party_words: owner_names[found.party][lang],
    subject: words.topic[lang],
    says: (['SCHOOL', 'IGROUP'] as const).flatMap(party => {
      const sentence = words[party === 'SCHOOL' ? 'school' : 'group']?.[lang];
      return sentence ? [{ party, party_words: owner_names[party][lang], sentence }] : [];
    }),
    quote: row.quote,
    by: found.by,
    by_words: found.by_words,
    exception: found.possible ? topicOf(found) : null,
    hand_back: isSchools(found) && isHandedBack(found.duty) ? await handBackOf(ctx, found.duty) : null,
  };
}

/** How the guide ended knows most; then what an exception is asked for; then what the ticket is about. */
export async function whoseOf(ctx: Ctx, number: number): Promise<Found> {
  const ticket = await seenTicket(ctx, number);
  const { lang } = ctx;
  const ended = (await checksOfTicket(ctx, number)).flatMap(({ check, guide }) => {
    const outcome = guide.outcomes.find(({ id }) => id === check.outcome);
    return outcome ? [outcome] : [];
  })[0];
  if (ended)
    return { ...whoseOutcome(ended), by: 'outcome', by_words: ended.title[lang], possible: ended.exception };
  const topic = await topicOn(ctx, number);
  const whose = topic ? whoseTopic(topic) : whoseCategory(ticket.category);
  return {
    ...whose,
    by: topic ? 'exception' : 'category',
    by_words: { en, fr }[lang].categories[ticket.category],
    possible: topic !== undefined || exceptionPossible(whose),
  };
}
