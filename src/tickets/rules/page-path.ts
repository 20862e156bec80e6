/**
 * The path of one of our own pages, without query or anchor, which may hold what somebody typed; undefined for what
 * is another site's or no address at all. `origin` is ours.
 */
export function pagePath(address: string | null | undefined, origin: string): string | undefined {
  if (!address) return undefined;
  const path = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
  if (!/^\/(?![/\\])/.test(path)) return undefined;
  const [clean = ''] = path.split(/[?#]/);
  return clean.length <= 200 && !/[\p{Cc}\p{Z}]/u.test(clean) ? clean : undefined;
}
