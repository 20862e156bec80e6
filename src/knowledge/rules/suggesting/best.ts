export interface Scored {
  id: number;
  score: number;
}

/** Whether one stands before the other: by score, then the newer. */
const before = (one: Scored, other: Scored): boolean =>
  one.score > other.score || (one.score === other.score && one.id > other.id);

/** Keeps the best so many of what it is shown, best first; whether one may be shown is asked only when it would be kept. */
export function newBest(limit: number, may: (id: number) => boolean = () => true) {
  const items: Scored[] = [];
  return {
    items,
    offer(id: number, score: number): void {
      const offered = { id, score };
      if (!(score > 0) || limit < 1) return;
      if (items.length >= limit && !before(offered, items.at(-1)!)) return;
      if (!may(id)) return;
      if (items.length >= limit) items.pop();
      let at = items.length;
      while (at > 0 && before(offered, items[at - 1]!)) at--;
      items.splice(at, 0, offered);
    },
  };
}
