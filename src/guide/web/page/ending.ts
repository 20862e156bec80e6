import { walk } from '#guide/rules/walking.ts';
import { owner_words } from '#guide/rules/words.ts';
import type { SpokenGuide } from '#guide/rules/guide.ts';
import { currentLang } from '#ui/words/lang.ts';
import { codePart } from './code.ts';
import { button, element, icon, text } from './draw.ts';
import type { Deeds, Shown } from './page.ts';
import { noticesPart } from './notices.ts';
import { minutesOf } from './run.ts';
import { sendForm, sentPart } from './sending.ts';

type Outcome = SpokenGuide['outcomes'][number];

/** How it ended: whose it is, what to do now, and what the desk gets of it. */
export function ending(now: Shown, deeds: Deeds, outcome: Outcome): HTMLElement {
  const { words, public_guide, run, session } = now;
  const { asked } = walk(public_guide.guide, run.answers);
  const { allow } = outcome.ticket;
  const asks = allow === 'yes' || allow === 'info_only' || allow === 'exception';
  return element(
    'section',
    { class: 'sheet end', 'aria-labelledby': 'found' },
    text('p', 't-14 quiet', words.found(asked.length, minutesOf(run))),
    element('h1', { id: 'found', tabindex: -1 }, outcome.title),
    element(
      'p',
      { class: `owner ${outcome.owner.toLowerCase()}` },
      element('b', {}, owner_words[outcome.owner][currentLang()]),
    ),
    text('h2', '', words.do_now),
    element(
      'ol',
      { class: 'steps' },
      outcome.advice.map(step => text('li', '', step)),
    ),
    allow === 'subscribe' && noticesPart(now, deeds),
    now.done ? sentPart(now, deeds, now.done) : asks && sendForm(now, deeds, { allow, urgent: false }),
    !now.done && ways(now, deeds, outcome),
    codePart(now),
    !session && asks && text('p', 't-14 quiet no-print', words.kept),
  );
}

/** What else can be done here, as the outcome allows. */
const ways = (
  { words, run, session, public_guide: { guide } }: Shown,
  deeds: Deeds,
  { ticket, resolved }: Outcome,
) =>
  element(
    'div',
    { class: 'foot-ways no-print' },
    ticket.allow === 'subscribe' && [
      element('a', { class: 'button main', href: session ? '/' : '/status' }, words.to_notices),
      button('', words.different, () => deeds.go(run.answers.length - 1), { id: 'different' }),
    ],
    resolved &&
      session?.side === 'school' &&
      button('main', words.solved, () => deeds.send({}), { id: 'solved' }),
    button('', [icon('print'), words.print_one], () => print(), { id: 'print' }),
    button('bare', [icon('left'), words.back], () => deeds.go(run.answers.length - 1), { id: 'back' }),
    button('bare', words.check_again, deeds.afresh, { id: 'afresh' }),
    guide.variables.HELPDESK_PHONE !== '' &&
      element('span', { class: 'paper-only' }, guide.variables.HELPDESK_PHONE),
  );
