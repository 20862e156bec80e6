import type { Words } from '#platform/schemas.ts';
import type { Audience } from '../kinds.ts';

/** Which articles of a folder could not be published as they are, and why. Knows no library. */

export interface Candidate {
  path: string;
  title: string;
  audience: Audience;
  publishes: boolean;
  /** The titles that it links to. */
  links: readonly string[];
  /** What is wrong with it anyway, which also a draft cannot be. */
  wrong: readonly Words[];
  /** What only keeps it from being published. */
  unready: readonly Words[];
}

/** An article that is there, by its title in small letters: for whom it is; null where nobody reads it now. */
export type Known = ReadonlyMap<string, Audience | null>;

/** By path what is said of each; those with `refused` are not done. Who links to a refused one is refused too. */
export function judged(
  all: readonly Candidate[],
  known: Known,
): Map<string, { refused: boolean; says: Words[] }> {
  const refused = new Map<string, Words[]>();
  const titles = counted(all.map(({ title }) => title.toLowerCase()));
  for (const each of all) {
    const wrong = [...each.wrong, ...(each.publishes ? each.unready : [])];
    if (titles.get(each.title.toLowerCase())! > 1) wrong.push(same_title(each.title));
    if (wrong.length > 0) refused.set(each.path, wrong);
  }
  for (let before = -1; before !== refused.size;) {
    before = refused.size;
    const comes = new Map(
      all
        .filter(each => each.publishes && !refused.has(each.path))
        .map(({ title, audience }) => [title.toLowerCase(), audience] as const),
    );
    for (const each of all) {
      if (!each.publishes || refused.has(each.path)) continue;
      const wrong = each.links.flatMap(title => linkFault(each, title, { comes, known }) ?? []);
      if (wrong.length > 0) refused.set(each.path, wrong);
    }
  }
  return new Map(
    all.map(each => {
      const why = refused.get(each.path);
      return [
        each.path,
        { refused: why !== undefined, says: why ?? (each.publishes ? [] : [...each.unready]) },
      ];
    }),
  );
}

/** Why readers of this article could not follow a link, or nothing. */
function linkFault(
  { audience }: Candidate,
  title: string,
  { comes, known }: { comes: ReadonlyMap<string, Audience>; known: Known },
): Words | undefined {
  const target = comes.get(title.toLowerCase()) ?? known.get(title.toLowerCase());
  if (target === undefined) return unknown_link(title);
  if (audience === 'igroup') return undefined;
  return target === 'public' || target === audience ? undefined : hidden_link(title);
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const same_title = (title: string): Words => ({
  en: `Two files are called “${title}”.`,
  fr: `Deux fichiers s’appellent « ${title} ».`,
});
const unknown_link = (title: string): Words => ({
  en: `Links to “${title}”, which is not there.`,
  fr: `Mène à « ${title} », qui n’existe pas.`,
});
const hidden_link = (title: string): Words => ({
  en: `Links to “${title}”, which its readers may not read.`,
  fr: `Mène à « ${title} », que ses lecteurs ne peuvent lire.`,
});
