import type { Guide } from './guide.ts';

/** What is different between two versions of the guide, by name. */

export interface Difference {
  what: 'question' | 'outcome' | 'group' | 'variable' | 'walk' | 'guide';
  id: string;
  kind: 'added' | 'removed' | 'changed';
  /** Which parts of it changed, from what to what, in one language. */
  parts: { part: string; from: string | null; to: string | null }[];
}

type Lang = 'en' | 'fr';

/** Everything that was added, removed or changed; texts in the reader's language, and where only the other changed, that. */
export function compare(before: Guide, after: Guide, lang: Lang): Difference[] {
  const named = (guide: Guide): [Difference['what'], Map<string, unknown>][] => [
    ['guide', new Map([['guide', { start: guide.start, body: guide.body }]])],
    ['variable', new Map(Object.entries(guide.variables))],
    ['group', byId(guide.groups)],
    ['question', byId(guide.questions)],
    ['outcome', byId(guide.outcomes)],
    ['walk', new Map(guide.walks.map(walk => [walk.name[lang], walk]))],
  ];
  const old = new Map(named(before));
  return named(after).flatMap(([what, now]) => {
    const was = old.get(what)!;
    return [...new Set([...was.keys(), ...now.keys()])].flatMap(id => {
      const kind = !was.has(id) ? 'added' : !now.has(id) ? 'removed' : 'changed';
      const parts = partsOf(was.get(id), now.get(id), lang);
      return parts.length === 0 ? [] : [{ what, id, kind, parts } satisfies Difference];
    });
  });
}

const byId = (items: readonly { id: string }[]): Map<string, unknown> =>
  new Map(items.map(item => [item.id, item]));

function partsOf(before: unknown, after: unknown, lang: Lang): Difference['parts'] {
  const [was, now] = [flat(before, lang), flat(after, lang)];
  return [...new Set([...was.keys(), ...now.keys()])]
    .filter(part => was.get(part) !== now.get(part))
    .map(part => ({ part, from: was.get(part) ?? null, to: now.get(part) ?? null }));
}

/** Every value of something, by the way to it: `answers.yes.label`. A text is there in both languages, the reader's first. */
function flat(value: unknown, lang: Lang, at = ''): Map<string, string> {
  if (value === undefined) return new Map();
  if (value === null || typeof value !== 'object')
    return new Map([[at, typeof value === 'string' ? value : JSON.stringify(value)]]);
  if ('en' in value && 'fr' in value) {
    const other = lang === 'en' ? 'fr' : 'en';
    return new Map([
      [at, String(value[lang])],
      [join(at, other), String(value[other])],
    ]);
  }
  const inside = Array.isArray(value)
    ? value.map((each, index) => [nameOf(each) ?? String(index + 1), each] as const)
    : Object.entries(value);
  return new Map(inside.flatMap(([name, each]) => [...flat(each, lang, join(at, name))]));
}

const nameOf = (each: unknown): string | undefined =>
  typeof each === 'object' && each !== null && 'id' in each ? String(each.id) : undefined;
const join = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);
