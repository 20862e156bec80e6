/** A ticket that asks with a form of its own, which another house keeps: for rights (S10), for configuration (S9). */
export const requests = ['rights', 'configuration'] as const;
export type Request = (typeof requests)[number];

/** Who acts on a request now: its school, who decides it, who carries it out. */
export type Waits = 'school' | 'decision' | 'doing';

/** How a request stands, for the list: nobody has decided it, or what is to be done about it is past its day. */
export const request_states = ['undecided', 'late'] as const;
