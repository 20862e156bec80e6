/** A name has its place in a head, on a letter and on a certificate: so long, and no longer. */
export const name_characters = 60;
