/** Who is trained: whoever attended every part of a course's first week (S23), in whichever of its runs. */

/** A course as far as it trains: the parts of the week that counts as its first. */
export interface Course {
  id: number;
  first_week: readonly number[];
}

/** Somebody was there when a part of a course was held. */
export interface Attended {
  person_id: number;
  part_id: number;
  /** YYYY-MM-DD. */
  day: string;
  withdrawn: boolean;
}

/**
 * The days on which a person was trained, one for each course whose first week she completed: that of the last part
 * that was missing. A part that she attended twice counts from the first time.
 */
export function trainedFrom(hers: readonly Attended[], courses: readonly Course[]): string[] {
  const first = new Map<number, string>();
  for (const { part_id, day } of hers) {
    const before = first.get(part_id);
    if (before === undefined || day < before) first.set(part_id, day);
  }
  return courses.flatMap(({ first_week }) => {
    const days = first_week.flatMap(part => first.get(part) ?? []);
    return first_week.length > 0 && days.length === first_week.length ? days.sort().slice(-1) : [];
  });
}
