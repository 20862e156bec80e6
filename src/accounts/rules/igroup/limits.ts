/** A name has its place in a head, on a letter and on a certificate: so long, and no longer. */
export const name_characters = 60;

/** Emergency numbers are read out and dialled in haste: few, and each said in a few words. */
export const numbers_limits = { items: 6, says: 80, number: 40 } as const;
