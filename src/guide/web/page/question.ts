import type { SpokenGuide } from '#guide/rules/guide.ts';
import { linesOf } from '#guide/rules/measuring/words.ts';
import { pickedFor } from '#guide/rules/measuring/picking.ts';
import { offersStop } from '#guide/rules/stopping.ts';
import { stillToCome } from '#guide/rules/walking.ts';
import { currentLang } from '#ui/words/lang.ts';
import { button, element, icon, text } from './draw.ts';
import type { Deeds, Shown } from './page.ts';
import { minutesOf } from './run.ts';

type Question = SpokenGuide['questions'][number];

/** One question: what it is for, how to find out, and the answers, one of them perhaps measured. */
export function question(now: Shown, deeds: Deeds, asked: Question): HTMLElement {
  const { words, run, at } = now;
  const tired = offersStop({ questions: at, minutes: minutesOf(run) });
  return element(
    'section',
    { 'aria-labelledby': 'asked' },
    progress(now, asked),
    element('h1', { id: 'asked', tabindex: -1 }, asked.question),
    element(
      'p',
      { class: 'why' },
      asked.why,
      ' ',
      asked.who === 'technician' &&
        element(
          'span',
          { class: 'in name' },
          icon('person'),
          `${words.technician}, ${words.minutes(asked.minutes)}`,
        ),
    ),
    howTo(now, asked),
    asked.auto_check?.id === 'popup_cookie' &&
      button('', words.try_windows, deeds.windows, { id: 'try-windows', class: 'button try' }),
    measuredHint(now, asked),
    element('h2', { class: 'sr' }, words.your_answer),
    answerList(now, asked, { before: run.answers[at]?.[1], give: deeds.answer }),
    tired && element('p', { class: 'tired sheet' }, words.stop_now, ' ', stopButton(now, deeds, 'main')),
    foot(now, deeds, tired),
  );
}

function progress({ words, public_guide: { guide }, run, at }: Shown, { group }: Question): HTMLElement {
  const groups = guide.groups;
  const place = groups.findIndex(({ id }) => id === group);
  const { most } = stillToCome(guide, run.answers.slice(0, at));
  const parts = Math.min(12, at + most);
  const done = Math.round((at / Math.max(1, at + most)) * parts);
  const bar = Array.from({ length: parts }, (_, index) =>
    element('i', { class: index < done ? 'done' : index === done ? 'now' : '' }),
  );
  return element(
    'div',
    { class: 'progress' },
    element(
      'p',
      { class: 't-14 quiet' },
      element('span', {}, words.where(at + 1, place + 1, groups.length, groups[place]?.title ?? '')),
      element('span', {}, words.to_come(most - 1)),
    ),
    element('div', { class: 'bar', role: 'img', 'aria-label': words.answered(at, most) }, bar),
  );
}

export const howTo = ({ words }: Shown, { howto }: Question) =>
  howto.length > 0 &&
  element(
    'div',
    { class: 'sheet how' },
    text('h2', '', words.how),
    element(
      'ol',
      {},
      howto.map(step => text('li', '', step)),
    ),
  );

/** What was measured and picks no answer is said all the same. */
function measuredHint({ words, measured }: Shown, asked: Question): HTMLElement | false {
  if (pickedFor(asked, measured) !== null) return false;
  const lines = linesOf(measured, currentLang()).filter(({ of }) => of === asked.auto_check?.id);
  return (
    lines.length > 0 &&
    text(
      'p',
      't-14 hint',
      words.measured_none(lines.map(({ name, words: said }) => `${name} ${said}`).join('; ')),
    )
  );
}

/** The answers to press; what was answered before is marked, and what was measured. */
export function answerList(
  { words, measured }: Shown,
  asked: Question,
  { before, give }: { before: string | undefined; give: (id: string) => void },
): HTMLElement {
  const picked = pickedFor(asked, measured);
  return element(
    'ul',
    { class: 'answers' },
    asked.answers.map(({ id, label }) =>
      element(
        'li',
        {},
        element(
          'button',
          {
            type: 'button',
            id: `answer-${id}`,
            class: `answer${picked === id ? ' picked' : ''}`,
            'aria-current': before === id,
            onclick: () => give(id),
          },
          element(
            'span',
            {},
            text('b', '', label),
            picked === id && text('span', 't-14', words.measured_this),
          ),
          icon('right'),
        ),
      ),
    ),
  );
}

const stopButton = ({ words }: Shown, deeds: Deeds, name: string) =>
  button(name, words.stop, () => deeds.open({ urgent: false }), { id: 'stop' });

const foot = (now: Shown, deeds: Deeds, tired: boolean) => {
  const { words, at } = now;
  return element(
    'div',
    { class: 'foot-ways no-print' },
    at > 0 && button('bare', [icon('left'), words.back], () => deeds.go(at - 1), { id: 'back' }),
    button('bare', [icon('print'), words.print_all], deeds.print, { id: 'print' }),
    element(
      'a',
      { class: 'button bare', id: 'chart', href: `/documents/connectivity.pdf?lang=${currentLang()}` },
      words.chart,
    ),
    at > 0 && !tired && stopButton(now, deeds, 'bare'),
    button('urgent', [icon('warning'), words.urgent], () => deeds.open({ urgent: true }), { id: 'urgent' }),
  );
};
