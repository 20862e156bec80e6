/** Where each text stands, by its id; a place that became free is taken again. */
export interface Places {
  /** Above every place that was ever taken. */
  readonly end: number;
  all(): number[];
  of(id: number): number | undefined;
  idAt(place: number): number | undefined;
  take(id: number): number;
  leave(id: number): void;
}

export function newPlaces(): Places {
  const places = new Map<number, number>();
  const ids: (number | undefined)[] = [];
  const free: number[] = [];
  return {
    get end() {
      return ids.length;
    },
    all: () => [...places.values()],
    of: id => places.get(id),
    idAt: place => ids[place],
    take(id) {
      const place = free.pop() ?? ids.length;
      places.set(id, place);
      ids[place] = id;
      return place;
    },
    leave(id) {
      const place = places.get(id);
      if (place === undefined) return;
      places.delete(id);
      ids[place] = undefined;
      free.push(place);
    },
  };
}
