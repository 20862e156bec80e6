import { edit_way } from '../messages/editing.ts';
import { fields_way } from '../fields/way.ts';
import { checklist_items } from '../checklists/tables.ts';
import { followers } from '../followers/tables.ts';
import { joining_way } from '../joining/way.ts';
import { fileOf } from '../shapes.ts';
import { snoozes } from '../snoozes/tables.ts';
import { tasks } from '../tasks/tables.ts';
import { row_way } from './row-way.ts';
import { handed_way } from '../handing/handed-way.ts';
import { rowsWay } from './rows-way.ts';
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
  edit: edit_way,
  handed: handed_way,
  fields: fields_way,
  checklist: rowsWay(checklist_items),
  tasks: rowsWay(tasks),
  follow: rowsWay(followers),
  snooze: rowsWay(snoozes),
  joining: joining_way,
} as const satisfies Record<string, Way<never>>;
