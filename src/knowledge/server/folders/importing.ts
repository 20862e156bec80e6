import type { Ctx } from '#accounts/server/acting.ts';
import { notNow } from '#platform/refusals.ts';
import type { Storage } from '#platform/files/storage.ts';
import type { FolderImport, FolderPlan } from '../../rules/folder/import.ts';
import { held, keptText, tell } from '../holding.ts';
import { publishTogether } from '../moving.ts';
import { drawnAnew } from '../pictures/drawing-anew.ts';
import { keepContent, putPicture, type NewPicture } from '../pictures/store.ts';
import { updateArticle, updateDraft } from '../store.ts';
import { beginArticle } from '../writing.ts';
import { aboutOf, answerOf, planOf, withPictures, type Foreseen } from './planning.ts';
import { articlesIn } from './reading.ts';

/** A folder of articles is brought in: foreseen first, then exactly that is done. */

type As = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;
type Folder = ReturnType<typeof articlesIn>;

/** What would come of it, without doing anything. */
export const foreseeFolder = (as: As, folder: Folder, options: FolderImport): Promise<FolderPlan> =>
  as(async ctx => answerOf(ctx, await planOf(ctx, folder, options), false));

interface Importing {
  files: ReadonlyMap<string, Buffer>;
  folder: Folder;
  options: FolderImport;
  storage: Storage;
}

/**
 * Does what was foreseen, all at once; pictures are drawn before. Refuses with not_now when something else would come of it
 * by now; not_valid for a picture that cannot be drawn. Then nothing is done.
 */
export async function importFolder(as: As, importing: Importing): Promise<FolderPlan> {
  const { folder, options } = importing;
  const before = await as(ctx => planOf(ctx, folder, options));
  if (before.plan !== options.plan) throw notNow(another_plan);
  const drawn = await drawMissing(importing, before.foreseen);
  return as(async ctx => {
    const plan = await planOf(ctx, folder, options);
    if (plan.plan !== options.plan) throw notNow(another_plan);
    const ids: number[] = [];
    const publishing: number[] = [];
    for (const each of plan.foreseen.filter(({ becomes }) => becomes === 'new' || becomes === 'changed')) {
      each.id = await putArticle(ctx, each, drawn);
      ids.push(each.id);
      if (each.given.state === 'published') publishing.push(each.id);
    }
    // Now each can be named by the others.
    for (const id of ids) {
      const { draft } = await held(ctx, id);
      if (draft) await updateDraft(ctx, id, { body: await keptText(ctx, draft.body) });
    }
    const written = [];
    for (const id of publishing) if ((await held(ctx, id)).draft) written.push(id);
    await publishTogether(ctx, written);
    return answerOf(ctx, plan, true);
  });
}

/** The pictures that are not there yet, by what was sent, drawn and on the disk. */
async function drawMissing(
  { files, storage }: Importing,
  foreseen: readonly Foreseen[],
): Promise<Map<string, NewPicture>> {
  const drawn = new Map<string, NewPicture>();
  for (const { becomes, pictures, known } of foreseen)
    if (becomes === 'new' || becomes === 'changed')
      for (const [at, { file, sha256 }] of pictures.entries()) {
        if (known.has(at) || drawn.has(sha256)) continue;
        const { content, ...picture } = await drawnAnew(files.get(file)!);
        const kept = await keepContent(storage, { content, ...picture });
        drawn.set(sha256, { ...picture, sha256: kept, size: content.length });
      }
  return drawn;
}

/** Begins or changes one as a draft, with its pictures. */
async function putArticle(
  ctx: Ctx,
  { id: known_id, given, pictures, known }: Foreseen,
  drawn: ReadonlyMap<string, NewPicture>,
): Promise<number> {
  if (known_id !== null) await takeOver(ctx, known_id, given);
  const begun = { ...given, state: 'draft' as const };
  const { id } = await beginArticle(ctx, { ...begun, body: withPictures(given.body, known) });
  const numbers = new Map(known);
  for (const [at, { sha256 }] of pictures.entries())
    if (!numbers.has(at)) numbers.set(at, await putPicture(ctx, id, drawn.get(sha256)!));
  const { draft } = await held(ctx, id);
  if (draft) await updateDraft(ctx, id, { body: await keptText(ctx, withPictures(given.body, numbers)) });
  return id;
}

/** What it is and for whom follows the file, also where its text is the same; from now on the file is its source. */
async function takeOver(ctx: Ctx, id: number, given: Foreseen['given']): Promise<void> {
  const { article } = await held(ctx, id);
  const { kind, audience, for_roles, stage1_only, category, lang, external_id } = given;
  const about = { kind, audience, for_roles, stage1_only, category, lang };
  if (
    article.external_id === external_id &&
    article.archived_at === null &&
    aboutOf(article) === aboutOf(about)
  )
    return;
  await updateArticle(ctx, id, { ...about, external_id, archived_at: null });
  await tell(ctx, 'article_written', id);
}

const another_plan = {
  en: 'Something has changed since it was looked at. Look at it again.',
  fr: 'Quelque chose a changé depuis l’examen. Examinez-le de nouveau.',
};
