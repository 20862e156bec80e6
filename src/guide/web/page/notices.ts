import type { Notice } from '#status/rules/notice.ts';
import { button, element, text } from './draw.ts';
import type { Deeds, Shown } from './page.ts';

/** What is told to her school now: where that is it, "me too" counts her in place of a ticket, and she hears when it works. */
export function noticesPart(now: Shown, deeds: Deeds): HTMLElement | false {
  const { words, notices, problem } = now;
  if (!notices) return false;
  return element(
    'section',
    { class: 'told no-print', 'aria-labelledby': 'told' },
    element('h2', { id: 'told' }, words.told),
    notices.length === 0 && text('p', 'second', words.nothing_told),
    problem !== null && element('p', { class: 'problem', role: 'alert' }, problem),
    element(
      'div',
      { role: 'status' },
      element(
        'ul',
        {},
        notices.map(notice => line(notice, now, deeds)),
      ),
    ),
  );
}

function line(notice: Notice, { words, busy }: Shown, deeds: Deeds): HTMLElement {
  const { id, lang, title, kind_words, state_words, period, me_too, can } = notice;
  const counted = me_too !== null && me_too.works === null && me_too.ticket === null;
  return element(
    'li',
    {},
    element('b', { lang }, title),
    element('span', { class: 't-14 quiet' }, ` ${kind_words} · ${state_words} · ${period}`),
    counted && [
      text('p', 't-14', words.counted),
      button('bare small', words.take_back, () => deeds.meToo(id, false), {
        id: `back-${id}`,
        'aria-disabled': busy,
      }),
    ],
    !me_too &&
      can.me_too &&
      element(
        'p',
        {},
        button('main', words.me_too, () => deeds.meToo(id, true), {
          ...{ id: `too-${id}`, 'aria-disabled': busy },
          'aria-label': `${words.me_too}: ${title}`,
        }),
      ),
  );
}
