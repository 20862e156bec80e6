import type { SpokenGuide } from '#guide/rules/guide.ts';
import type { Needed } from '#guide/rules/needs.ts';
import { button, element, icon, text } from './draw.ts';
import type { Deeds, Shown } from './page.ts';
import { answerList, howTo } from './question.ts';

export type NeededHere = Needed<SpokenGuide>;
/** Where the focus goes when the next is asked. */
export const needed_id = 'needed';

/** What the desk can't begin without and the way did not ask: one after the other, before the ticket is sent. */
export function needsPart(now: Shown, deeds: Deeds, needed: readonly NeededHere[]): HTMLElement {
  const { words } = now;
  const { question } = needed.find(({ asked }) => !asked)!;
  const place = needed.filter(({ asked }) => asked).length + 1;
  return element(
    'div',
    { class: 'send needs no-print' },
    element(
      'div',
      {},
      text('p', 'name', words.needs),
      text('p', 't-14 quiet', words.needs_hint(place, needed.length)),
    ),
    element('h2', { id: needed_id, tabindex: -1 }, question.question),
    text('p', 'second', question.why),
    howTo(now, question),
    answerList(now, question, { before: undefined, give: id => deeds.beside(question.id, id) }),
    element(
      'div',
      { class: 'foot-ways' },
      button('', words.dont_know, () => deeds.beside(question.id, null), { id: 'dont-know' }),
      button('urgent', [icon('warning'), words.urgent], () => deeds.open({ urgent: true }), { id: 'urgent' }),
    ),
  );
}
