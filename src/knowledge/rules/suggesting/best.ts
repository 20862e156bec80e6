export interface Scored {
  id: number;
  score: number;
}

/** Keeps the best so many of what it is shown, best first, the newer of two equals; `may` is asked only of one that would be kept. */
export function newBest(limit: number, may: (id: number) => boolean = () => true) {
  const items: Scored[] = [];
  /** Whether one comes behind another. */
  const behind = (id: number, score: number, other: Scored) =>
    score < other.score || (score === other.score && id < other.id);
  return {
    items,
    offer(id: number, score: number): void {
      const full = items.length >= limit;
      if (!(score > 0) || limit < 1 || (full && behind(id, score, items[limit - 1]!)) || !may(id)) return;
      if (full) items.pop();
      let at = items.length;
      while (at > 0 && !behind(id, score, items[at - 1]!)) at--;
      items.splice(at, 0, { id, score });
    },
  };
}
