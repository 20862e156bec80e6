export const macro_limits = {
  name_characters: 80,
  folder_characters: 80,
  of_a_person: 300,
} as const;

/** A folder as it is kept: "Access / Passwords". Undefined for what has more than two parts, or an empty one of two. */
export function folderOf(typed: string): string | undefined {
  if (/[\p{Cc}\u2028\u2029]/u.test(typed)) return undefined;
  const parts = typed.split('/').map(part => part.trim().replace(/\s+/g, ' '));
  if (parts.length === 1) return parts[0]!;
  return parts.length === 2 && parts.every(part => part !== '') ? parts.join(' / ') : undefined;
}

/** Whose one can be: its owner's alone, a team's, or everybody's at the desk. */
export const whose_is = ['own', 'team', 'all'] as const;
