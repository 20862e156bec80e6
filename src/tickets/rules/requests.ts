/** A ticket that asks with a form of its own, which another house keeps: for rights (S10), for configuration (S9). */
export const requests = ['rights', 'configuration'] as const;
export type Request = (typeof requests)[number];
