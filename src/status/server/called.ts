import type { Ctx } from '#accounts/server/acting.ts';
import { newSynonyms, onceFor, type Synonyms } from '#knowledge/rules/suggesting/synonyms.ts';
import { synonymGroups } from '#knowledge/server/knowledge.ts';

const synonymsOf = onceFor(newSynonyms);

/** What else the group itself calls things, as it stands now. */
export const calledByGroup = async ({ db }: Pick<Ctx, 'db'>): Promise<Synonyms> =>
  synonymsOf(await synonymGroups(db));
