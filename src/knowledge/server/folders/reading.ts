import { createHash } from 'node:crypto';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { Words } from '#platform/schemas.ts';
import { sentenceFor } from '#platform/http/validation.ts';
import { markdownOf } from '#platform/text/from-html.ts';
import { NewArticle } from '../../rules/article.ts';
import { folder_limits, type FolderImport } from '../../rules/folder/import.ts';
import { fileNamed, isArticle, isHtml, isPicture, nameOfFile, titleFrom } from '../../rules/folder/paths.ts';
import { namedIn } from '../../rules/links.ts';

/** The files of a folder as articles: what each is, its text in Markdown, and which pictures it shows. */

/** What stands at the head of a file, between two lines of dashes. */
export const Head = NewArticle.omit({ body: true, ticket: true, search: true }).extend({
  /** Of which article of this installation it was written out. */
  article: z.string().max(60).optional(),
});

export interface FolderArticle {
  path: string;
  given: NewArticle & { external_id: string };
  article: string | undefined;
  /** Its text, with each picture as (picture-file:N), a number among these. */
  pictures: { file: string; sha256: string }[];
  links: string[];
  wrong: Words[];
  unready: Words[];
}

export const pictureFile = /\(picture-file:(\d+)(?=[\s)])/g;

/** The articles of the folder, and the files that are nothing of them. */
export function articlesIn(
  files: ReadonlyMap<string, Buffer>,
  options: FolderImport,
): { articles: FolderArticle[]; ignored: string[] } {
  const paths = [...files.keys()].filter(isArticle).sort();
  const read = paths.map(path => textOf(path, files.get(path)!, options));
  const titles = new Map(read.map(({ path, given }) => [path, given.title]));
  const articles = read.map(each => withFiles(each, files, titles));
  const names = new Map<string, number>();
  for (const { given } of articles) names.set(given.external_id, (names.get(given.external_id) ?? 0) + 1);
  for (const { given, wrong } of articles) if (names.get(given.external_id)! > 1) wrong.push(same_name);
  const shown = new Set(articles.flatMap(({ pictures }) => pictures.map(({ file }) => file)));
  return { articles, ignored: [...files.keys()].filter(path => !isArticle(path) && !shown.has(path)).sort() };
}

const front = /^\uFEFF?---\r?\n(?:(.*?)\r?\n)?---\r?\n?(.*)$/s;

/** What a file says of itself, and its text; what it does not say is as the import says. */
function textOf(path: string, content: Buffer, options: FolderImport): FolderArticle {
  const wrong: Words[] = [];
  if (content.length > folder_limits.text_bytes) wrong.push(too_long);
  const whole = wrong.length > 0 ? '' : content.toString('utf8').replaceAll('\r\n', '\n');
  const [, head, rest] = front.exec(whole) ?? [];
  const own = headOf(head, wrong);
  const html_title = /<title[^>]*>([^<]{1,300})<\/title>/i.exec(whole)?.[1]?.trim();
  const text = isHtml(path) ? markdownOf(rest ?? whole) : (rest ?? whole).trim();
  const heading = /^# +(.+?) *#*$/m.exec(text);
  const first = heading && text.slice(0, heading.index).trim() === '' ? heading : undefined;
  const title = own['title'] ?? first?.[1] ?? html_title ?? titleFrom(path);
  const { kind, audience, lang } = options;
  const parsed = Head.safeParse({
    ...{ kind, audience, lang, state: options.publish === 'yes' ? 'published' : 'draft' },
    ...{ external_id: nameOfFile(path), title, ...own },
  });
  if (!parsed.success)
    for (const issue of parsed.error.issues)
      wrong.push(inField(String(issue.path[0] ?? ''), sentenceFor(issue)));
  const about = parsed.data ?? { ...fallback, kind, audience, lang, title: titleFrom(path).slice(0, 200) };
  const { article, ...given } = about;
  const external_id = given.external_id ?? nameOfFile(path);
  const body = first && title === first[1] ? text.replace(first[0], '').trim() : text;
  const state = options.publish === 'yes' && given.state === 'published' ? 'published' : 'draft';
  return {
    ...{ path, article, wrong, unready: [], pictures: [], links: [] },
    given: { ...given, external_id, body, state },
  };
}

const fallback = {
  ...{ summary: '', state: 'draft', for_roles: [], stage1_only: false, category: null },
  ...{ article: undefined, external_id: undefined },
} as const;

function headOf(head: string | undefined, wrong: Words[]): Record<string, unknown> {
  try {
    const read: unknown = parse(head ?? '') ?? {};
    if (typeof read === 'object' && !Array.isArray(read)) return read as Record<string, unknown>;
  } catch {
    // Said below.
  }
  wrong.push(bad_head);
  return {};
}

const picture = /!\[([^\]\n]*)\]\((<[^>\n]+>|[^\s)]+)((?:\s+"[^"\n]*")?)\)/g;
const link = /(?<!!)\[([^\]\n]+)\]\((<[^>\n]+>|[^\s)]+)(?:\s+"[^"\n]*")?\)/g;

/** Its pictures and its links to other files of the folder, as they are written here. */
function withFiles(
  each: FolderArticle,
  files: ReadonlyMap<string, Buffer>,
  titles: ReadonlyMap<string, string>,
): FolderArticle {
  const { path, wrong, unready, pictures } = each;
  const inFolder = (address: string) => fileNamed(address.replace(/^<|>$/g, ''), path);
  const body = each.given.body
    .replace(picture, (whole, words: string, address: string, title: string) => {
      const file = inFolder(address);
      const content = file === undefined || !isPicture(file) ? undefined : files.get(file);
      if (!content) {
        unready.push(no_picture(address));
        return whole;
      }
      if (!words.trim()) unready.push(no_words(file!));
      const sha256 = createHash('sha256').update(content).digest('hex');
      const at = pictures.findIndex(known => known.file === file);
      if (at < 0) pictures.push({ file: file!, sha256 });
      return `![${words}](picture-file:${at < 0 ? pictures.length - 1 : at}${title})`;
    })
    .replace(link, (whole, words: string, address: string) => {
      const file = inFolder(address);
      if (file === undefined) return whole;
      const title = titles.get(file);
      if (title !== undefined) return `[[${title}]]`;
      unready.push(dead_link(address));
      return words;
    });
  if (body.trim() === '') wrong.push(nothing_in_it);
  if (body.length > 60_000) wrong.push(too_long);
  return { ...each, given: { ...each.given, body }, links: namedIn(body).titles };
}

/** A file of the folder: its head, then its text. */
export const fileOf = (head: Record<string, unknown>, body: string): Buffer =>
  Buffer.from(`---\n${stringify(head)}---\n\n${body.trim()}\n`);

const inField = (field: string, { en, fr }: Words): Words => ({
  en: `${field}: ${en}`,
  fr: `${field} : ${fr}`,
});
const too_long = { en: 'Its text is too long.', fr: 'Son texte est trop long.' };
const nothing_in_it = { en: 'It has no text.', fr: 'Il n’a pas de texte.' };
const bad_head = {
  en: 'What stands between the lines of dashes cannot be read.',
  fr: 'Ce qui se trouve entre les lignes de tirets est illisible.',
};
const same_name = {
  en: 'Two files have this name, of different kinds.',
  fr: 'Deux fichiers portent ce nom, de types différents.',
};
const no_picture = (address: string) => ({
  en: `A picture is not in the folder: ${address}`,
  fr: `Une image n’est pas dans le dossier : ${address}`,
});
const no_words = (file: string) => ({
  en: `It does not say in words what this picture shows: ${file}`,
  fr: `Il ne dit pas en mots ce que montre cette image : ${file}`,
});
const dead_link = (address: string) => ({
  en: `A link leads to no article of the folder: ${address}`,
  fr: `Un lien ne mène à aucun article du dossier : ${address}`,
});
