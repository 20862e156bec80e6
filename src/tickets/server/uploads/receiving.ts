import { Readable } from 'node:stream';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Growing } from '#platform/files/growing.ts';
import type { Storage } from '#platform/files/storage.ts';
import { notFound, notNow, Refusal } from '#platform/refusals.ts';
import { limits } from '#platform/schemas.ts';
import { fileNameOf } from '../../rules/file-names.ts';
import { typeOf } from '../file-types.ts';
import { insertFile } from '../store.ts';
import {
  countOpen,
  deleteUpload,
  holdUpload,
  insertUpload,
  selectUpload,
  updateUpload,
  type UploadRow,
} from './store.ts';

/** One request's transactions: opened and ended around the bytes, never held while they come. */
export type Within = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

const open_at_once = 20;

/** How uploads are received: a piece at a time each, acknowledged when it is synced, and made a file at the end. */
export interface Receiving {
  begin(within: Within, upload: { name: string; size: number }): Promise<UploadRow>;
  /** Where it stands. A piece that is under way on a line that may be dead ends here, with what it brought. */
  look(within: Within, id: string): Promise<UploadRow>;
  /** Refuses not_now when a piece is under way already or `offset` is not where it stands, too_large beyond its size. */
  receive(within: Within, id: string, piece: Piece): Promise<UploadRow>;
  giveUp(within: Within, id: string): Promise<void>;
}

interface Piece {
  offset: number;
  /** As the request announces it, when it does. */
  length: number | undefined;
  content: Readable;
}

export function receivingInto(growing: Growing, storage: Storage): Receiving {
  const under_way = new Map<string, { stop: AbortController; over: Promise<unknown> }>();

  const settled = async (id: string) => {
    const now = under_way.get(id);
    now?.stop.abort();
    await now?.over.catch(() => undefined);
  };
  /** What is whole becomes a file, once: a crash before this leaves it to whoever looks next. */
  const finish = async (within: Within, upload: UploadRow): Promise<UploadRow> => {
    if (upload.file_id || upload.received < upload.size) return upload;
    const kept = (await storage.keep(growing.read(upload.id)))!;
    const file = { ...kept, type: await typeOf(storage, kept.sha256), name: upload.name };
    const file_id = await within(async ctx => {
      const held = await holdUpload(ctx, upload.id);
      if (!held) throw notFound();
      if (held.file_id) return held.file_id;
      const made = await insertFile(ctx, file);
      await updateUpload(ctx, upload.id, { file_id: made });
      return made;
    });
    await growing.drop(upload.id);
    return { ...upload, file_id };
  };
  const standing = async (within: Within, id: string): Promise<UploadRow> => {
    const upload = await within(ctx => selectUpload(ctx, id));
    if (!upload) throw notFound();
    if (upload.file_id) return upload;
    return { ...upload, received: await growing.size(id, upload.received) };
  };
  /** Holds the upload for one piece of work of this server. */
  const alone = <T>(id: string, work: (stop: AbortSignal) => Promise<T>): Promise<T> => {
    if (under_way.has(id)) throw notNow(busy);
    const stop = new AbortController();
    const over = work(stop.signal).finally(() => under_way.delete(id));
    under_way.set(id, { stop, over });
    return over;
  };

  return {
    async begin(within, { name, size }) {
      if (size > limits.file_bytes) throw tooLarge();
      const upload = await within(async ctx => {
        if ((await countOpen(ctx)) >= open_at_once) throw tooMany();
        return insertUpload(ctx, { name: fileNameOf(name), size });
      });
      if (size > 0) return upload;
      // A file without a byte is whole from the beginning.
      await growing.append(upload.id, Readable.from([]), { offset: 0, room: 0, stop: AbortSignal.abort() });
      return finish(within, upload);
    },
    async look(within, id) {
      const upload = await standing(within, id); // first, so that only its person can end what is under way
      await settled(id);
      return alone(id, async () => finish(within, upload.file_id ? upload : await standing(within, id)));
    },
    async receive(within, id, { offset, length, content }) {
      await standing(within, id);
      return alone(id, async stop => {
        const upload = await standing(within, id);
        if (offset !== upload.received) throw notNow(elsewhere);
        const room = upload.size - offset;
        if (length !== undefined && length > room) throw tooLarge();
        const received = room > 0 ? await growing.append(id, content, { offset, room, stop }) : offset;
        await within(ctx => updateUpload(ctx, id, { received }));
        return finish(within, { ...upload, received });
      });
    },
    async giveUp(within, id) {
      await standing(within, id);
      await settled(id);
      await within(ctx => deleteUpload(ctx, id));
      await growing.drop(id);
    },
  };
}

const busy = {
  en: 'A piece of this file is on its way already.',
  fr: 'Un morceau de ce fichier est déjà en route.',
};
const elsewhere = {
  en: 'The upload stands elsewhere: ask where, and go on from there.',
  fr: 'L’envoi en est ailleurs : demandez où, et reprenez de là.',
};
const tooLarge = () =>
  new Refusal('too_large', {
    en: `A file may have at most ${limits.file_bytes / 1024 / 1024} MB, and no more than was announced.`,
    fr: `Un fichier peut avoir au plus ${limits.file_bytes / 1024 / 1024} Mo, et pas plus que ce qui a été annoncé.`,
  });
const tooMany = () =>
  new Refusal('too_many', {
    en: `${open_at_once} files are on their way already. Wait for them, or remove some.`,
    fr: `${open_at_once} fichiers sont déjà en route. Attendez-les, ou retirez-en.`,
  });
