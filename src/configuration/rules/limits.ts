/** How long what is asked may be, and how many a scope may name. Knows no library, so that the forms have it too. */
export const configuration_limits = { setting: 120, value: 2000, schools: 2000, waves: 50 } as const;
