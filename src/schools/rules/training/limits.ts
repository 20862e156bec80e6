/** How large a training may be. Knows no library, so that forms have it too. */
export const training_limits = {
  name: 120,
  place: 200,
  weeks: 52,
  parts: 60,
  capacity: 1000,
  asked_at_once: 50,
} as const;

export const place_states = ['asked', 'booked', 'refused', 'given_up'] as const;
export type PlaceState = (typeof place_states)[number];
