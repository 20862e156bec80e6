import { lookForBuild } from '../net/build.ts';

type Fetch = () => Promise<unknown>;
const spoken = new Set<Fetch>();

/** A part that is loaded says how its words are fetched. */
export const speaks = (fetch: Fetch): void => void spoken.add(fetch);

/** A part and the words of all that came with it: shown once, it is not hidden again until somebody can read it. */
export async function withWords<P>(load: () => Promise<P>): Promise<P> {
  const before = new Set(spoken);
  const part = await load();
  await Promise.all([...spoken].filter(fetch => !before.has(fetch)).map(fetch => fetch()));
  return part;
}

const again_ms = 3000;

/** What did not come is tried again then: the line may be back. Where it is the build that has gone, the page says so. */
export async function afterAWhile(): Promise<void> {
  void lookForBuild();
  await new Promise<void>(settle => setTimeout(settle, again_ms));
}
