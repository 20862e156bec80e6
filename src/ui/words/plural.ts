import type { Lang } from './lang.ts';

/** `plural('fr')(0, { one: 'billet', other: 'billets' })` is 'billet': French counts nought as one. */
export const plural = (lang: Lang) => {
  const rules = new Intl.PluralRules(lang);
  return (count: number, forms: { one: string; other: string }): string =>
    rules.select(count) === 'one' ? forms.one : forms.other;
};

/** A number as the language writes it: "1,234.5" or "1 234,5"; at most four decimals. */
export const numberIn = (lang: Lang): ((value: number) => string) => {
  const format = new Intl.NumberFormat(lang === 'fr' ? 'fr-CA' : 'en-CA', { maximumFractionDigits: 4 });
  return value => format.format(value);
};

/** "184 KB" or "184 Ko": units of 1,000, one decimal from a megabyte on. */
export const sizeIn = (lang: Lang, units: { kilo: string; mega: string }) => {
  const whole = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  return (bytes: number): string =>
    bytes < 1_000_000
      ? `${whole.format(Math.max(1, bytes / 1000))}\u00a0${units.kilo}`
      : `${tenth.format(bytes / 1_000_000)}\u00a0${units.mega}`;
};
