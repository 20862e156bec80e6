import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newSuggesting, type ArticleText, type Suggesting, type TicketText } from './suggesting.ts';

const articles: ArticleText[] = [
  {
    id: 1,
    title: 'Record a late arrival',
    body: 'Open the class list, change the `A` to an `L` and type the minutes.',
  },
  {
    id: 2,
    title: 'Print report cards of a homeroom',
    body: 'Under **Reports** choose the homeroom and press **Run**. The PDF lands in My reports.',
  },
  { id: 3, title: 'Why was my PEN request returned?', body: 'The legal name differs. Press **Correct**.' },
  {
    id: 4,
    title: 'Modifier les coordonnées d’un parent',
    body: 'Dans la fiche de l’élève, ouvrez l’onglet Contacts et corrigez l’adresse.',
    lang: 'fr',
  },
  { id: 5, title: 'The 1701 count is too low', body: 'Look at K-7 students who began after September.' },
];

const ticket = (id: number, text: string, ...solving: number[]): TicketText => ({
  id,
  title: text.split(' ').slice(0, 3).join(' '),
  text,
  solution: '',
  articles: solving,
});
const filled = (...tickets: readonly TicketText[]): Suggesting => {
  const suggesting = newSuggesting();
  for (const article of articles) suggesting.putArticle(article);
  for (const each of tickets) suggesting.putTicket(each);
  return suggesting;
};
const asking = (text: string, title = '') => ({ title, text });
const idsOf = ({ items }: { items: { id: number }[] }) => items.map(({ id }) => id);
const firstOf = (suggesting: Suggesting, text: string) =>
  suggesting.articlesFor(asking(text), { limit: 5 }).items[0]?.id;

describe('articles for a question', () => {
  test.each([
    ['a student came late to class', 1],
    ['cannot print the reportcards for my homeroom!!', 2],
    ['it bounced again, the personal education number', 3],
    ['our 1701 number looks wrong', 5],
    ['something about K-7', 5],
    ['coordonnées d’un parent', 4],
    ['the mother has another street address', 4],
    ['un élève arrivé en retard', 1],
    ['atendance: lat arival', 1],
  ])('%s', (text, id) => {
    expect(firstOf(filled(), text)).toBe(id);
  });

  test('the group’s own words mean what it says they mean', () => {
    const question = asking('flibber is broken');
    expect(firstOf(filled(), question.text)).not.toBe(2);
    const suggesting = newSuggesting([['flibber', 'report card']]);
    for (const article of articles) suggesting.putArticle(article);
    expect(idsOf(suggesting.articlesFor(question, { limit: 1 }))).toEqual([2]);
  });

  test('who may not see an article gets others in its place, with scores that tell nothing of it', () => {
    const question = asking('late report card of a student');
    const all = idsOf(filled().articlesFor(question, { limit: 5 }));
    const [first] = all;
    const rest = filled().articlesFor(question, { limit: all.length, may: id => id !== first });
    expect(new Set(idsOf(rest))).toEqual(new Set(all.filter(id => id !== first)));
    expect(rest.items[0]!.score).toBeGreaterThan(0.9);
    expect(filled().articlesFor(question, { limit: 5, may: () => false })).toEqual({
      items: [],
      confident: false,
    });
  });

  test('what solved earlier tickets comes first when it is asked again', () => {
    const words = 'the gizmo blinks and whines at breakfast';
    expect(firstOf(filled(), words)).not.toBe(5);
    const solved = Array.from({ length: 40 }, (_, at) => ticket(at + 1, `${words} ${at}`, 5));
    expect(firstOf(filled(...solved), words)).toBe(5);
    const suggesting = filled(...solved);
    for (const { id } of solved) suggesting.putTicket(ticket(id, words));
    expect(firstOf(suggesting, words)).toBe(firstOf(filled(), words));
  });

  test('it is sure of what fits and leads, and not of what shares a word by chance', () => {
    const sure = (text: string) => filled().articlesFor(asking(text), { limit: 3 }).confident;
    expect(sure('why was our PEN request returned')).toBe(true);
    expect(sure('<script>alert("list")</script> document.cookie onerror=x')).toBe(false);
    expect(
      sure('the heating of the gym and its roof and the parking lot are cold, who pays the minutes'),
    ).toBe(false);
    expect(sure('zzzz')).toBe(false);
  });
});

describe('tickets like a question', () => {
  const tickets = [
    ticket(11, 'Report cards will not print in colour'),
    ticket(12, 'Colour printer out of toner'),
    ticket(13, 'PEN request refused twice'),
  ];

  test('the most alike first, without itself, and visible ones only before the cut', () => {
    const suggesting = filled(...tickets);
    const question = asking('report cards print without colour');
    expect(idsOf(suggesting.ticketsLike(question, { limit: 5 }))).toEqual([11, 12]);
    expect(suggesting.ticketsLike(question, { limit: 5 }).confident).toBe(true);
    expect(idsOf(suggesting.ticketsLike(question, { limit: 1, except: 11 }))).toEqual([12]);
    expect(idsOf(suggesting.ticketsLike(question, { limit: 1, may: id => id !== 11 }))).toEqual([12]);
    expect(suggesting.ticketsLike(question, { limit: 1, may: () => false }).items).toEqual([]);
  });

  test('a solution is found by its words too', () => {
    const suggesting = filled(...tickets);
    suggesting.putTicket({ ...tickets[2]!, solution: 'The birth certificate was missing' });
    expect(idsOf(suggesting.ticketsLike(asking('certificate'), { limit: 5 }))).toEqual([13]);
  });

  test('it is not sure when little is alike', () => {
    const little = asking('a colour of a certain sort of paint for the wall in our gym');
    expect(filled(...tickets).ticketsLike(little, { limit: 5 }).confident).toBe(false);
  });
});

describe('whatever it is asked', () => {
  const nothing = { items: [], confident: false };

  test.each(['', '   ', 'the and of please help', '?!…', '\u0000\ud800'])('"%s" finds nothing', text => {
    const suggesting = filled(ticket(1, 'late report', 1));
    expect(suggesting.articlesFor(asking(text), { limit: 5 })).toEqual(nothing);
    expect(suggesting.ticketsLike(asking(text), { limit: 5 })).toEqual(nothing);
  });

  test('an empty index finds nothing', () => {
    expect(newSuggesting().articlesFor(asking('late'), { limit: 5 })).toEqual(nothing);
    expect(newSuggesting().ticketsLike(asking('late'), { limit: 5 })).toEqual(nothing);
  });

  test('a limit of none is none', () => {
    expect(filled().articlesFor(asking('late'), { limit: 0 }).items).toEqual([]);
    expect(filled(ticket(1, 'late')).ticketsLike(asking('late'), { limit: 0 }).items).toEqual([]);
  });

  test('ten thousand letters, one word or two thousand, are a question', () => {
    const suggesting = filled(ticket(1, 'late report', 1));
    for (const text of ['x'.repeat(10_000), 'late slip '.repeat(1_000)])
      expect(() => suggesting.articlesFor(asking(text, text), { limit: 5 })).not.toThrow();
    expect(firstOf(suggesting, 'late slip '.repeat(1_000))).toBe(1);
  });

  test('names of an object’s own parts are words', () => {
    const words = 'constructor __proto__ toString hasOwnProperty';
    const suggesting = filled(ticket(1, words));
    expect(idsOf(suggesting.ticketsLike(asking(words), { limit: 5 }))).toEqual([1]);
  });
});

describe('what was replaced or dropped', () => {
  const vocabulary = 'late report printing élève bulletin absence key 1701 K-7 pen the le'.split(' ');
  const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 }).map(words => words.join(' '));
  const id = fc.integer({ min: 1, max: 6 });
  const article = fc.record({ id, title: text, body: text, lang: fc.constantFrom('en', 'fr', undefined) });
  const solved = fc.record({
    id,
    title: text,
    text,
    solution: text,
    articles: fc.array(id, { maxLength: 2 }),
  });
  const step = fc.oneof(
    article.map(put => ({ article: put })),
    solved.map(put => ({ ticket: put })),
    id.map(drop => ({ drop_article: drop })),
    id.map(drop => ({ drop_ticket: drop })),
  );

  test('leaves no trace: any history ranks like a fresh index of what is left', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), text, text, (history, title, body) => {
        const lived = newSuggesting();
        const left = { articles: new Map<number, ArticleText>(), tickets: new Map<number, TicketText>() };
        for (const each of history)
          if ('article' in each) {
            lived.putArticle(each.article);
            left.articles.set(each.article.id, each.article);
          } else if ('ticket' in each) {
            lived.putTicket(each.ticket);
            left.tickets.set(each.ticket.id, each.ticket);
          } else if ('drop_article' in each) {
            lived.dropArticle(each.drop_article);
            left.articles.delete(each.drop_article);
          } else {
            lived.dropTicket(each.drop_ticket);
            left.tickets.delete(each.drop_ticket);
          }
        const fresh = newSuggesting();
        for (const each of left.articles.values()) fresh.putArticle(each);
        for (const each of left.tickets.values()) fresh.putTicket(each);
        const question = { title, text: body };
        expect(lived.articlesFor(question, { limit: 10 })).toEqual(
          fresh.articlesFor(question, { limit: 10 }),
        );
        expect(lived.ticketsLike(question, { limit: 10 })).toEqual(
          fresh.ticketsLike(question, { limit: 10 }),
        );
      }),
      { numRuns: 300 },
    );
  });
});
