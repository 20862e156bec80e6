/** How many and how long. Knows no library, so that the screens have it too. */
export const tag_limits = { name_characters: 40, on_a_ticket: 20 } as const;
