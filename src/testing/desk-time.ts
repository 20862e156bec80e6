import { localTime } from '#sla/rules/zones.ts';

const step_minutes = 3;

/** The instant that many desk hours after (or before) another: stories happen on weekdays from 8 to 16 in Vancouver. */
export function deskTime(from: Date, hours: number): Date {
  const step = Math.sign(hours) * step_minutes * 60_000;
  let left = Math.abs(hours) * 60;
  let at = from.getTime();
  while (left > 0) {
    at += step;
    if (isDeskTime(new Date(at))) left -= step_minutes;
  }
  return new Date(at);
}

function isDeskTime(at: Date): boolean {
  const { weekday, hour } = localTime(at, 'America/Vancouver');
  return weekday <= 5 && hour >= 8 && hour < 16;
}
