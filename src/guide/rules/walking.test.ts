import { describe, expect, test } from 'vitest';
import { browserOf, verdictOn } from './browsers.ts';
import { fill, saidOf, speak } from './filling.ts';
import english from './first/connectivity.json' with { type: 'json' };
import { setGuide } from '#testing/set-guide.ts';
import type { Guide } from './guide.ts';
import { isKept, offersStop } from './stopping.ts';
import { fits, placeAt, stillToCome, walk, type Given } from './walking.ts';

const guide = setGuide();
const own = { HELPDESK_URL: 'https://desk.town.example/', STATUS_URL: 'https://desk.town.example/status' };
const withPlugin: Guide = { ...guide, variables: { ...guide.variables, SIS_NEEDS_PLUGIN: true } };

describe('the public walks end where they should', () => {
  test.each(guide.walks.map(each => [each.name.en, each] as const))('%s', (_, { answers, outcome }) => {
    const { asked, here } = walk(guide, answers);
    expect(asked.length).toBe(answers.length);
    expect('outcome' in here && here.outcome.id).toBe(outcome);
  });
});

describe('a walk', () => {
  const answers: Given = [
    ['C01', 'none'],
    ['C02', 'broken'],
    ['C19', 'no'],
    ['C22', 'supported'],
  ];
  const asks = (here: ReturnType<typeof walk>['here']) => ('question' in here ? here.question.id : undefined);

  test('begins with the first question', () => {
    expect(asks(walk(guide, []).here)).toBe('C01');
  });
  test('leaves out a question that does not concern this system', () => {
    expect(asks(walk(guide, answers).here)).toBe('C24');
    expect(asks(walk(withPlugin, answers).here)).toBe('C23');
  });
  test('adds up how long it takes', () => {
    expect(walk(guide, answers).minutes).toBe(1 + 1 + 2 + 2);
  });
  test('goes as far as the answers fit', () => {
    const strayed: Given = [...answers.slice(0, 2), ['C99', 'no'], ['C22', 'supported']];
    expect(asks(walk(guide, strayed).here)).toBe('C19');
    expect(fits(guide, strayed)).toBe(false);
    expect(fits(guide, [['C01', 'perhaps']])).toBe(false);
    expect(fits(guide, answers)).toBe(true);
  });
  test('knows how many questions may still come', () => {
    expect(stillToCome(guide, answers)).toEqual({ least: 1, most: 2 });
    expect(stillToCome(guide, [['C01', 'notice']])).toEqual({ least: 0, most: 0 });
  });
});

describe('all walks of the design', () => {
  /** Every walk to an end, as the numbers that the design gives of them. */
  function count(of: Guide) {
    let [paths, most] = [0, 0];
    const go = (id: string, questions: number): void => {
      const place = placeAt(of, id);
      if ('question' in place) return place.question.answers.forEach(({ next }) => go(next, questions + 1));
      paths++;
      most = Math.max(most, questions);
    };
    go(of.start, 0);
    return { paths, most };
  }
  test.each([
    ['with_plugin', withPlugin],
    ['without_plugin', guide],
  ] as const)('are as many %s as it counted', (name, of) => {
    const { paths, questions } = english.stats[name];
    expect(count(of)).toEqual({ paths, most: questions.max });
  });
});

describe('the texts', () => {
  test('are filled with what is so in this consortium, in each language', () => {
    const asked = (lang: 'en' | 'fr', id: string) =>
      speak(guide, own, lang).questions.find(each => each.id === id)!;
    expect(asked('en', 'C07').howto[0]).toBe(
      'Open https://www2.gov.bc.ca/ and https://www.canada.ca/ one after the other. Type the addresses; do not use saved pages.',
    );
    expect(asked('fr', 'C32').why).toBe('Le système déconnecte exprès après 20 minutes sans travail.');
    expect(asked('en', 'C01').howto[0]).toBe(
      'Open https://desk.town.example/status. You do not need to sign in.',
    );
  });
  test('have nothing left in braces but what a ticket fills in', () => {
    const left = (['en', 'fr'] as const).flatMap(lang => {
      const { questions, outcomes } = speak(guide, own, lang);
      const texts = [...questions, ...outcomes.map(({ title, advice }) => [title, advice])];
      return JSON.stringify(texts).match(/\{[A-Z_a-z]+\}/g) ?? [];
    });
    expect(left).toEqual([]);
  });
  test('name what was not said by words', () => {
    const { variables } = {
      variables: { ...guide.variables, HELPDESK_PHONE: '', SIS_PORTS: [443, 8443, 1] },
    };
    const said = saidOf(variables, own, 'en');
    expect(fill('Phone {HELPDESK_PHONE}, ports {SIS_PORTS}; {else}', said)).toBe(
      'Phone the number that you were given, ports 443, 8443 and 1; {else}',
    );
  });
});

describe('the rules of stopping', () => {
  test.each([
    [19, 44, false],
    [20, 0, true],
    [0, 45, true],
  ])('after %i questions and %i minutes: %s', (questions, minutes, offered) => {
    expect(offersStop({ questions, minutes })).toBe(offered);
  });
  test('answers are kept for seven days', () => {
    const at = new Date('2026-09-01T10:00:00Z');
    expect(isKept(at, new Date('2026-09-08T09:59:59Z'))).toBe(true);
    expect(isKept(at, new Date('2026-09-08T10:00:00Z'))).toBe(false);
  });
});

describe('a browser', () => {
  const list = guide.variables.SUPPORTED_BROWSERS;
  const agents = [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
      'edge 131 windows',
      'supported',
    ],
    [
      'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36',
      'chrome 109 windows',
      'too_old',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
      'safari 17 mac',
      'supported',
    ],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
      'chrome 126 chromeos',
      'supported',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0',
      'firefox 115 windows',
      'supported',
    ],
    ['Mozilla/4.0 (compatible; MSIE 5.23; Mac_PowerPC)', 'ie 5 mac', 'ie_mac'],
    ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', 'ie 11 windows', 'too_old'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
      'safari 17 ios',
      'supported',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
      'chrome 131 android',
      'not_listed',
    ],
    ['curl/8.5.0', 'null 0 null', 'not_listed'],
  ] as const;
  test.each(agents)('%s is %s: %s', (agent, known, verdict) => {
    const { family, version, system } = browserOf(agent);
    expect(`${family} ${version} ${system}`).toBe(known);
    expect(verdictOn({ family, version, system }, list)).toBe(verdict);
  });
});
