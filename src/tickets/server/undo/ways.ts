import { fileOf } from '../shapes.ts';
import { row_way } from './row-way.ts';
import { takeBackNote } from './store.ts';
import { tags_way } from '../tags/way.ts';
import type { Way } from './way.ts';

const note_way: Way<{ note_id: number }> = {
  stillSo: () => true,
  async putBack(ctx, _ticket, _before, { note_id }) {
    const { text, files } = await takeBackNote(ctx, note_id);
    return {
      kind: 'note_taken_back',
      audience: 'desk',
      written: { writing: 'note', fields: { text }, files: files.map(fileOf) },
    };
  },
};

/** Every way back there is, by the name that stands with its changes. */
export const ways = {
  ticket: row_way,
  note: note_way,
  tags: tags_way,
} as const satisfies Record<string, Way<never>>;
