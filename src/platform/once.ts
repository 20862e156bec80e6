/** What is made of something, made again only when that is another than the last, as its key says. */
export function onceFor<Of, T>(make: (of: Of) => T, keyOf: (of: Of) => string): (of: Of) => T {
  let last: { key: string; made: T } | undefined;
  return of => {
    const key = keyOf(of);
    if (last?.key !== key) last = { key, made: make(of) };
    return last.made;
  };
}
