import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notNow, notValid } from '#platform/refusals.ts';
import { isZone } from '#sla/rules/zones.ts';
import type { SchoolChange, SchoolWithPeople } from '../rules/school.ts';
import { changesOf } from '../rules/changes.ts';
import { foundBy, oneOfTheZones, schoolWithPeople } from './keeping.ts';
import { putNotes, replaceDaysOff, replaceEnrolments, updateSchool } from './store.ts';
import { waveFor } from './waves/store.ts';

/**
 * Changes what is kept of a school (S9, S11). What is the same as before is no change and tells nothing. Refuses with
 * not_found; not_now when somebody changed the school since `version`; not_valid for an unknown zone or wave.
 */
export async function changeSchool(
  ctx: Ctx,
  id: number,
  { version, ...given }: SchoolChange,
): Promise<SchoolWithPeople> {
  const before = await schoolWithPeople(ctx, id);
  if (before.version !== version) throw notNow(changedSince);
  if (given.zone !== undefined && !isZone(given.zone)) throw notValid('zone', oneOfTheZones);
  const wave = given.wave == null ? given.wave : await waveFor(ctx, given.wave);
  if (given.wave != null && !wave) throw notValid('wave', noSuchWave);
  const after = { ...before, ...given, wave: wave === undefined ? before.wave : wave && { ...wave } };
  const changes = changesOf(before, after);
  if (Object.keys(changes).length === 0) return before;

  const { name, town, zone, kind, grades, network } = after;
  const written = await updateSchool(
    ctx,
    { id, version },
    {
      ...{ name, town, zone, kind },
      // A wave that was removed may come back: who was in it and is not moved stays in it.
      ...(wave !== undefined && { wave_id: wave?.id ?? null }),
      first_grade: grades?.first ?? null,
      last_grade: grades?.last ?? null,
      network: Object.fromEntries(Object.entries(network).filter(([, said]) => said !== null)),
      found_by: foundBy(name, before.code, town),
    },
  );
  if (!written) throw notNow(changedSince);
  if (changes['enrolments']) await replaceEnrolments(ctx, id, after.enrolments);
  if (changes['days_off']) await replaceDaysOff(ctx, id, after.days_off);
  if (changes['notes']) await putNotes(ctx, id, after.notes?.trim() ? after.notes : null);
  await recordDeed(ctx, { kind: 'school_changed', audience: 'desk', school_id: id, facts: changes });
  return schoolWithPeople(ctx, id);
}

const changedSince = {
  en: 'Somebody has changed this school since you opened it. Look at it again; what you wrote is still here.',
  fr: 'Quelqu’un a modifié cette école depuis que vous l’avez ouverte. Revoyez-la; votre texte est toujours ici.',
};
const noSuchWave = { en: 'There is no such wave.', fr: 'Cette vague n’existe pas.' };
