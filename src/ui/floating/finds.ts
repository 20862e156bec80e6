import type { Option } from './option.ts';

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a line is what somebody types: each word stands in its name or hint, or the letters do in their order. */
export function finds({ name, hint }: Pick<Option, 'name' | 'hint'>, typed: string): boolean {
  const whole = folded(`${name} ${hint ?? ''}`);
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return words.every(word => whole.includes(word)) || inOrder(whole, words.join(''));
}

function inOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
