import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
// As they are before the system's own colours take their place.
const [ours] = css.split('@media (forced-colors');
const tokens = new Map(
  [...ours!.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
);

function colour(name: string, theme: 'light' | 'dark'): string {
  const value = tokens.get(name) ?? '';
  const other = /^var\((--[\w-]+)\)$/.exec(value);
  if (other) return colour(other[1]!, theme);
  const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
  if (!pair) throw new Error(`${name} is not a pair of colours: ${value}`);
  return theme === 'light' ? pair[1]! : pair[2]!;
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['--ground', '--surface', '--sunken', '--hover', '--accent-soft'];
const pairs = (inks: string[], grounds: string[]) =>
  inks.flatMap(ink => grounds.map(ground => [ink, ground] as const));

const text = [
  ...pairs(['--ink', '--ink-2', '--ink-3', '--accent', '--accent-hover'], papers),
  ...pairs(['--promise-kept', '--promise-soon', '--promise-late'], ['--ground', '--surface', '--hover']),
  ...pairs(['--note-ink', '--ink'], ['--note-surface']),
  ...pairs(['--ink'], ['--mark', '--promise-kept-soft', '--promise-soon-soft', '--promise-late-soft']),
  ...(['kept', 'soon', 'late'] as const).map(
    word => [`--promise-${word}`, `--promise-${word}-soft`] as const,
  ),
  ...pairs(['--on-accent'], ['--accent', '--accent-hover']),
];

const controls = [
  ...pairs(['--control', '--accent'], ['--ground', '--surface', '--sunken', '--hover']),
  ...pairs(['--court-desk', '--court-school', '--court-level2', '--court-none'], papers),
  ...pairs(['--note-line'], ['--note-surface', '--surface']),
  ...pairs(['--promise-late'], ['--surface']),
];

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test.each(text)('text %s on %s has a contrast of 4.5', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(controls)('control %s on %s has a contrast of 3', (edge, ground) => {
    expect(contrast(colour(edge, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

test('every colour says what it is in both themes', () => {
  const single = [...tokens].filter(([, value]) => value.startsWith('#'));
  expect(single).toEqual([]);
});
