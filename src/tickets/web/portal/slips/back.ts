import { placeOf, write } from '#ui/drafts/keeping.ts';
import { show } from '#ui/drafts/places.ts';
import { drop, type Kept } from './kept.ts';

/** Back to where it was written, to go on; what is being written there by now is set aside, in reach. */
export function writeOn(slip: Kept): void {
  const place = placeOf(`${slip.person}:${slip.draft}`);
  const now = place.local?.fields;
  if (place.local && now && Object.values(now).some(Boolean))
    show(place, { local: { ...place.local, aside: now } });
  write(place, slip.fields);
  drop(slip);
}
