import { neededBeside } from '#guide/rules/needs.ts';
import { linesOf, type MeasuredLine } from '#guide/rules/measuring/words.ts';
import { walk } from '#guide/rules/walking.ts';
import { currentLang } from '#ui/words/lang.ts';
import { button, element, found, text } from './draw.ts';
import type { Deeds, Shown } from './page.ts';

/** Beside the question: what was measured, and what was answered. */
export const aside = (now: Shown, deeds: Deeds): HTMLElement =>
  element('aside', {}, measured(now, deeds), given(now, deeds));

function measured({ words, measured: all, measuring }: Shown, deeds: Deeds): HTMLElement | false {
  const lines = linesOf(all, currentLang());
  if (lines.length === 0) return false;
  // What is right is folded, but for what most questions ask.
  const first = lines.filter(({ good, of }) => !good || (of && of !== 'on_the_way'));
  const rest = lines.filter(line => !first.includes(line));
  return element(
    'section',
    {},
    element(
      'div',
      { class: 'titled' },
      text('h2', '', words.measured),
      measuring
        ? text('span', 't-14 quiet no-print', words.measuring)
        : button('bare small no-print', words.measure_again, deeds.measure, { id: 'measure' }),
    ),
    list(first),
    rest.length > 0 &&
      element(
        'details',
        { class: 't-14', id: 'more-measured' },
        element('summary', { id: 'more-measured-shown' }, words.more_measured(rest.length)),
        list(rest),
      ),
    text('p', 't-14 quiet', words.measured_hint),
  );
}

const list = (lines: readonly MeasuredLine[]) =>
  element(
    'ul',
    { class: 'sheet measured' },
    lines.map(({ name, words, good }) =>
      element('li', {}, found(good), element('span', {}, text('b', '', name), text('span', 't-14', words))),
    ),
  );

/** Each answer leads back to its question; the later ones stay as long as it is answered the same. */
function given({ words, public_guide, run, at }: Shown, deeds: Deeds): HTMLElement | false {
  const { asked } = walk(public_guide.guide, run.answers);
  if (asked.length === 0) return false;
  const beside = neededBeside(public_guide.guide, run.answers, run.beside).filter(each => each.asked);
  return element(
    'section',
    {},
    text('h2', '', words.answers),
    element(
      'ol',
      { class: 'given' },
      asked.map(({ question, answer }, index) =>
        element(
          'li',
          {},
          text('span', 'quiet', question.question),
          element(
            'button',
            {
              type: 'button',
              id: `given-${question.id}`,
              class: 'link',
              'aria-current': index === at && 'step',
              'aria-label': `${answer.label}. ${words.change(question.question)}`,
              onclick: () => deeds.go(index),
            },
            answer.label,
          ),
        ),
      ),
      beside.map(({ question, answer }) => {
        const said = answer?.label ?? words.not_known;
        return element(
          'li',
          {},
          text('span', 'quiet', question.question),
          button('', said, () => deeds.beside(question.id, undefined), {
            ...{ id: `given-${question.id}`, class: 'link' },
            'aria-label': `${said}. ${words.change(question.question)}`,
          }),
        );
      }),
    ),
  );
}
