/** The letters of a person's name: first and last word. The name itself stands beside it, so it isn't read out. */
export function Face({
  name,
  large = false,
  ours = false,
}: {
  name: string | null;
  large?: boolean;
  ours?: boolean;
}) {
  return (
    <span className={`face${large ? ' large' : ''}${ours ? ' ours' : ''}`} aria-hidden="true">
      {name ? initials(name) : '–'}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(word => /^\p{L}/u.test(word));
  const first = [words.at(0), words.length > 1 ? words.at(-1) : undefined];
  // By grapheme, not by unit: a letter with its accents stays whole.
  const letters = first.map(word => (word ? (word.match(/^\p{L}\p{M}*/u)?.[0] ?? '') : ''));
  return letters.join('').toLocaleUpperCase() || '?';
}
