/** Chance that can be repeated: the same seed throws the same numbers. */
export interface Dice {
  /** From 0 to below 1. */
  roll: () => number;
  /** A whole number from 0 to below `sides`. */
  below: (sides: number) => number;
  between: (least: number, most: number) => number;
  chance: (likely: number) => boolean;
  one: <T>(things: readonly T[]) => T;
  /** One of the things, each as likely as its weight. */
  weighed: <T>(things: readonly (readonly [weight: number, thing: T])[]) => T;
}

/** Mulberry32: small, quick, and even enough for a benchmark. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (sides: number) => Math.floor(roll() * sides);
  return {
    roll,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: likely => roll() < likely,
    one: things => things[below(things.length)]!,
    weighed: things => {
      let left = roll() * things.reduce((sum, [weight]) => sum + weight, 0);
      return (things.find(([weight]) => (left -= weight) < 0) ?? things.at(-1)!)[1];
    },
  };
}
