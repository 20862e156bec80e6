import type { Way } from '../undo/way.ts';
import { putTags, rowsOn, tagsOf, takeTags } from './store.ts';
import { namesOf } from './tags.ts';

/** Tags put on and taken off, by the rows that came and went. */
export const tags_way: Way<{ added: number[]; removed: number[] }> = {
  async stillSo(ctx, { number }, { added, removed }) {
    const there = await rowsOn(ctx, number);
    return added.every(id => there.includes(id)) && !removed.some(id => there.includes(id));
  },
  async putBack(ctx, { number }, _before, { added, removed }) {
    const now = namesOf(await tagsOf(ctx, number));
    await takeTags(ctx, number, added);
    await putTags(ctx, number, removed);
    return { audience: 'desk', facts: { tags: [now, namesOf(await tagsOf(ctx, number))] } };
  },
};
