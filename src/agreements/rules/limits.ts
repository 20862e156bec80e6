/** How much an agreement holds. Knows no library, so that forms have it too. */
export const agreement_limits = {
  text: 40_000,
  minutes: 100_000,
  complaint_days: 60,
  warnings: 5,
  name: 120,
  role: 120,
} as const;
