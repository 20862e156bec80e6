import type { Ctx } from '#accounts/server/acting.ts';
import { newSynonyms, type Groups, type Synonyms } from '#knowledge/rules/suggesting/synonyms.ts';
import { synonymGroups } from '#knowledge/server/knowledge.ts';
import { onceFor } from '#platform/once.ts';

/** Asked with every search, and seldom others. */
const synonymsOf = onceFor<Groups, Synonyms>(newSynonyms, JSON.stringify);

/** What else the group itself calls things, as it stands now. */
export const calledByGroup = async ({ db }: Pick<Ctx, 'db'>): Promise<Synonyms> =>
  synonymsOf(await synonymGroups(db));
