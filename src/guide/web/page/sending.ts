import type { Check } from '#guide/rules/check.ts';
import { linesOf } from '#guide/rules/measuring/words.ts';
import { neededBeside } from '#guide/rules/needs.ts';
import { walk } from '#guide/rules/walking.ts';
import { currentLang } from '#ui/words/lang.ts';
import { codePart } from './code.ts';
import { button, element, icon, text } from './draw.ts';
import { needsPart } from './needs.ts';
import type { Deeds, Shown } from './page.ts';

/** What goes to the desk: shown before it is sent, with the words that only the person knows. */

export interface Opens {
  urgent: boolean;
}
/** Where the focus goes when everything was asked. */
export const send_id = 'to-send';
type Asked = Opens & { allow?: 'yes' | 'info_only' | 'exception' };

/** The form in place of a question: an urgent ticket, or one with what is there. */
export function sending(now: Shown, deeds: Deeds, { urgent }: Opens): HTMLElement {
  const { words } = now;
  return element(
    'section',
    { class: 'sheet end', 'aria-labelledby': 'sending' },
    element('h1', { id: 'sending', tabindex: -1 }, urgent ? words.urgent_title : words.stopped_title),
    urgent && text('p', 'second', words.urgent_why),
    sendForm(now, deeds, { urgent }),
    element(
      'div',
      { class: 'foot-ways' },
      button('', words.go_on, () => deeds.open(null), { id: 'go-on' }),
    ),
    codePart(now),
    element(
      'p',
      { class: 't-14' },
      words.privacy,
      ' ',
      element('a', { href: '/emergency' }, words.emergency),
    ),
  );
}

/** Signed in, it is sent with one press; without, the way in, and the code that says the same. */
export function sendForm(now: Shown, deeds: Deeds, asked: Asked): HTMLElement {
  const { words, session, run } = now;
  if (session?.side !== 'school' || !session.open.includes('ordinary_work'))
    return element(
      'p',
      { class: 'way-in no-print' },
      !session && element('a', { class: 'button', href: '/sign-in?to=/guide' }, words.to_send),
    );
  const needed = neededBeside(now.public_guide.guide, run.answers, run.beside);
  // What is urgent waits for no answer.
  if (!asked.urgent && needed.some(each => !each.asked)) return needsPart(now, deeds, needed);
  if (run.ticket !== null)
    return element(
      'div',
      { class: 'send no-print' },
      text('p', '', words.sent(run.ticket), ' ', words.sent_more),
      problem(now),
      button('main', words.send_more, () => deeds.send({}), { id: 'send', 'aria-disabled': now.busy }),
      ' ',
      ticketLink(now, run.ticket),
    );
  const { allow, urgent } = asked;
  const hint = urgent ? words.ways_hint.urgent : allow ? words.ways_hint[allow] : words.ways_hint.stopped;
  const label = urgent ? words.send_urgent : allow ? words.ways[allow] : words.send;
  return element(
    'form',
    {
      class: 'send no-print',
      onsubmit: event => (event.preventDefault(), deeds.send({ opens: { urgent } })),
    },
    element('p', { class: 'second', id: send_id, tabindex: -1 }, hint),
    field(now, deeds, 'message'),
    field(now, deeds, 'phone'),
    willBeSent(now),
    problem(now),
    element(
      'button',
      {
        type: 'submit',
        class: `button ${asked.urgent || allow !== 'info_only' ? 'main' : ''}`,
        id: 'send',
        'aria-disabled': now.busy,
      },
      label,
    ),
  );
}

function field({ words, run }: Shown, deeds: Deeds, name: 'message' | 'phone'): HTMLElement {
  const write = (event: Event) => deeds.write({ [name]: (event.target as HTMLInputElement).value });
  const like = { id: name, name, oninput: write, class: 'box' };
  const input =
    name === 'message'
      ? element('textarea', { ...like, rows: 3, maxlength: 500, 'aria-describedby': 'message-hint' })
      : element('input', { ...like, type: 'tel', maxlength: 60, autocomplete: 'tel' });
  input.value = run[name];
  return element(
    'div',
    { class: 'field' },
    element('label', { for: name, class: 'name' }, words[name]),
    name === 'message' && element('p', { id: 'message-hint', class: 't-14 second' }, words.message_hint),
    input,
  );
}

/** Question by question, and line by line, before anything leaves. */
function willBeSent({ words, public_guide, run, measured }: Shown): HTMLElement {
  const { asked } = walk(public_guide.guide, run.answers);
  const lines = linesOf(measured, currentLang());
  return element(
    'details',
    { id: 'what-is-sent' },
    element('summary', { id: 'what-is-sent-shown' }, words.will_be_sent),
    element('ul', { class: 'sent t-14' }, [
      ...asked.map(({ question, answer }) =>
        element('li', {}, text('span', 'quiet', question.question), ' ', answer.label),
      ),
      ...neededBeside(public_guide.guide, run.answers, run.beside).map(({ question, answer }) =>
        element('li', {}, text('span', 'quiet', question.question), ' ', answer?.label ?? words.not_known),
      ),
      ...(lines.length
        ? lines.map(({ name, words: said }) => element('li', {}, text('span', 'quiet', name), ' ', said))
        : [text('li', 'quiet', words.nothing_measured)]),
    ]),
  );
}

const problem = ({ problem: said }: Shown) =>
  said !== null && element('p', { class: 'problem', role: 'alert' }, icon('warning'), said);

const ticketLink = ({ words }: Shown, number: number) =>
  element('a', { href: `/tickets/${number}` }, words.to_ticket(number));

/** It arrived. */
export function sentPart(now: Shown, deeds: Deeds, { ticket, ending: ended }: Check): HTMLElement {
  const { words } = now;
  return element(
    'div',
    { class: 'arrived', role: 'status' },
    text('p', 'name', ticket === null ? words.solved_done : words.sent(ticket)),
    ticket !== null &&
      element('a', { class: 'button main', href: `/tickets/${ticket}` }, words.to_ticket(ticket)),
    !ended && button('', words.go_on, () => deeds.go(now.run.answers.length), { id: 'go-on' }),
  );
}
