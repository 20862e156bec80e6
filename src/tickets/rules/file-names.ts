const longest_name = 150;

/**
 * A file's name as it is shown and downloaded: what a browser sent, without folders, control and direction
 * characters, never empty, never hidden. It is only ever text: files are kept by hash.
 */
export function fileNameOf(given: string | undefined): string {
  const last = (given ?? '').slice(-1000).split(/[/\\]/).at(-1)!;
  const clean = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (clean === '') return 'file';
  if (clean.length <= longest_name) return clean;
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, longest_name - ending.length).toWellFormed() + ending;
}
