/** Hours of a week as the form has them: text of the clock, by weekday. */

/** A stretch of one weekday (1 Monday to 7 Sunday), in minutes of the day; 1440 is midnight. */
export interface Period {
  weekday: number;
  from_minute: number;
  to_minute: number;
}

export interface Stretch {
  from: string;
  to: string;
}
export type Week = readonly (readonly Stretch[])[];

const two = (value: number) => String(value).padStart(2, '0');
/** The end of a day is midnight, which a clock's field shows as 0:00. */
const clock = (minute: number) => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
const minutes = (text: string) => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
};

export const weekOf = (hours: readonly Period[]): Week =>
  [1, 2, 3, 4, 5, 6, 7].map(weekday =>
    hours
      .filter(period => period.weekday === weekday)
      .map(({ from_minute, to_minute }) => ({ from: clock(from_minute), to: clock(to_minute) })),
  );

export const hoursOf = (week: Week): Period[] =>
  week.flatMap((stretches, at) =>
    stretches
      .filter(({ from, to }) => from && to)
      .map(({ from, to }) => ({
        weekday: at + 1,
        from_minute: minutes(from),
        to_minute: minutes(to) === 0 ? 1440 : minutes(to),
      })),
  );

export const usual_week: Week = weekOf(
  [1, 2, 3, 4, 5].map(weekday => ({ weekday, from_minute: 480, to_minute: 960 })),
);

/** A further stretch of a day begins where the last one ended. */
export const withOneMore = (stretches: readonly Stretch[]): Stretch[] => {
  const last = stretches.at(-1);
  return [...stretches, last ? { from: last.to, to: '' } : { from: '08:00', to: '16:00' }];
};
