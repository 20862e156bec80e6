/** How much is typed, answered and looked at. Knows no library, so that forms have it too. */
export const search_limits = { typed: 200, most: 50, looked_at: 100 } as const;
