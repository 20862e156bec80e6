import type { SpokenGuide } from '#guide/rules/guide.ts';
import { placeAt, type Place } from '#guide/rules/walking.ts';
import { owner_words } from '#guide/rules/words.ts';
import { currentLang } from '#ui/words/lang.ts';
import { element, text } from './draw.ts';
import type { Shown } from './page.ts';

/** All questions on paper, by groups, each answer with the number to go to: for a school that can't open the page. */
export function onPaper({ words, public_guide: { guide } }: Shown): void {
  const numbers = numbered(guide);
  const numberOf = (id: string) => numbers.get(idOf(placeAt(guide, id)))!;
  const go = (next: string) => {
    const name = numberOf(next);
    return 'question' in placeAt(guide, next) ? words.paper.go_to(Number(name)) : words.paper.result(name);
  };
  const paper = element(
    'div',
    { class: 'paper' },
    text('h1', '', words.title),
    text('p', '', words.paper.lead(numberOf(guide.start))),
    guide.variables.HELPDESK_PHONE !== '' &&
      text('p', 'name', `${words.paper.phone} ${guide.variables.HELPDESK_PHONE}`),
    guide.groups.map(group => [
      text('h2', '', group.title),
      guide.questions
        .filter(each => each.group === group.id && numbers.has(each.id))
        .map(each =>
          element(
            'div',
            { class: 'asked' },
            text('p', 'name', `${numbers.get(each.id)!}. ${each.question}`),
            element(
              'ol',
              {},
              each.howto.map(step => text('li', '', step)),
            ),
            element(
              'ul',
              {},
              each.answers.map(({ label, next }) =>
                element('li', {}, `☐ ${label} `, text('b', '', `→ ${go(next)}`)),
              ),
            ),
          ),
        ),
    ]),
    text('h2', '', words.paper.results),
    guide.outcomes
      .filter(({ id }) => numbers.has(id))
      .map(({ id, title, owner, advice }) =>
        element(
          'div',
          { class: 'asked' },
          text('p', 'name', `${numbers.get(id)!}. ${title}`),
          text('p', '', owner_words[owner][currentLang()]),
          element(
            'ol',
            {},
            advice.map(step => text('li', '', step)),
          ),
        ),
      ),
  );
  document.body.append(paper);
  document.body.classList.add('on-paper');
  const away = () => (paper.remove(), document.body.classList.remove('on-paper'));
  addEventListener('afterprint', away, { once: true });
  print();
}

const idOf = (place: Place<SpokenGuide>) => ('question' in place ? place.question.id : place.outcome.id);

/** Questions by number, outcomes by letter and number: those that can be reached here. */
function numbered(guide: SpokenGuide): Map<string, string> {
  const reached = new Set<string>();
  const visit = (id: string): void => {
    const place = placeAt(guide, id);
    const key = idOf(place);
    if (reached.has(key)) return;
    reached.add(key);
    if ('question' in place) for (const { next } of place.question.answers) visit(next);
  };
  visit(guide.start);
  const order = guide.groups.flatMap(({ id }) => guide.questions.filter(({ group }) => group === id));
  const asked = order
    .filter(({ id }) => reached.has(id))
    .map(({ id }, at): [string, string] => [id, String(at + 1)]);
  const ends = guide.outcomes
    .filter(({ id }) => reached.has(id))
    .map(({ id }, at): [string, string] => [id, `R${at + 1}`]);
  return new Map([...asked, ...ends]);
}
