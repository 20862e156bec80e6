/** Which rule a ticket falls under. Knows no library. */

export interface Fits {
  /** Null: any. */
  categories: readonly string[] | null;
  schools: readonly number[] | null;
}

/** The first of the rules that fits a ticket, in their order. */
export const firstFitting = <R extends Fits>(
  rules: readonly R[],
  ticket: { category: string; school_id: number },
): R | undefined =>
  rules.find(
    ({ categories, schools }) =>
      (categories === null || categories.includes(ticket.category)) &&
      (schools === null || schools.includes(ticket.school_id)),
  );
