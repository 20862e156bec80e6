import { calledAt } from './checking.ts';
import type { Guide } from './guide.ts';

/** What is different between two versions of the guide, by name. */

export interface Difference {
  what: 'question' | 'outcome' | 'group' | 'variable' | 'walk' | 'guide';
  id: string;
  /** What a reader knows it by: its words; a variable by its name. */
  called: string;
  kind: 'added' | 'removed' | 'changed';
  /** Which parts of it changed, from what to what, in one language. */
  parts: { part: string; from: string | null; to: string | null }[];
}

type Lang = 'en' | 'fr';

/** Everything that was added, removed or changed; texts in the reader's language, and where only the other changed, that. */
export function compare(before: Guide, after: Guide, lang: Lang): Difference[] {
  const was_there = new Set(before.questions.map(({ id }) => id));
  const both = new Set(after.questions.map(({ id }) => id).filter(id => was_there.has(id)));
  const named = (guide: Guide): [Difference['what'], Map<string, unknown>][] => [
    ['guide', new Map([['', { start: guide.start, body: guide.body, order: orderOf(guide, both) }]])],
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
      const parts = partsOf(flat(was.get(id), lang), flat(now.get(id), lang)).map(({ part, from, to }) => ({
        part,
        from: saidOf(part, from, before, lang),
        to: saidOf(part, to, after, lang),
      }));
      const called = nameIn(kind === 'removed' ? before : after, id, lang);
      return parts.length === 0 ? [] : [{ what, id, called, kind, parts } satisfies Difference];
    });
  });
}

/** The questions that are in both, part by part. */
const orderOf = ({ groups, questions }: Guide, both: ReadonlySet<string>): string =>
  groups
    .map(({ id }) => questions.filter(each => each.group === id && both.has(each.id)).map(each => each.id))
    .filter(ids => ids.length > 0)
    .map(ids => ids.join(' '))
    .join(' · ');

const byId = (items: readonly { id: string }[]): Map<string, unknown> =>
  new Map(items.map(item => [item.id, item]));

/** A question, an outcome or a part of the guide by its words. */
const nameIn = (guide: Guide, id: string, lang: Lang): string =>
  guide.groups.find(each => each.id === id)?.title[lang] ?? calledAt(guide, id)[lang];

/** Where something leads, and the part of the guide that it is in, by their words. */
const saidOf = (part: string, value: string | null, guide: Guide, lang: Lang): string | null =>
  value !== null && leads.test(part) ? nameIn(guide, value, lang) : value;

function partsOf(was: Map<string, string>, now: Map<string, string>): Difference['parts'] {
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
    ? value.map((each, index) => [nameOf(each) ?? String(index + 1), withoutName(each)] as const)
    : Object.entries(value);
  return new Map(inside.flatMap(([name, each]) => [...flat(each, lang, join(at, name))]));
}

const leads = /(^|\.)(next|else_next|start|outcome|group|needs\.\d+)$/;
const nameOf = (each: unknown): string | undefined =>
  typeof each === 'object' && each !== null && 'id' in each ? String(each.id) : undefined;
const withoutName = (each: unknown): unknown =>
  nameOf(each) === undefined ? each : { ...(each as object), id: undefined };
const join = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);
