/** How a team's tickets find a person. Knows no library, so that the screens have it too. */
export const ways_of_giving = ['by_hand', 'round_robin', 'least_loaded'] as const;
export type WayOfGiving = (typeof ways_of_giving)[number];
/** The ways in which the software chooses. */
export type ChosenWay = Exclude<WayOfGiving, 'by_hand'>;
