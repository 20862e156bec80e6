import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { NewArticle } from '#knowledge/rules/article.ts';

/** The town's articles: a folder of Markdown, with what each is about at its head, in YAML between two lines of dashes. */

// From here, and from the folders of dist alike.
const folder = fileURLToPath(new URL('../../demo/articles/', import.meta.url));

export type DemoArticle = NewArticle & { external_id: string };

/** By the names of their files, which they are known by outside. */
export async function readArticles(): Promise<DemoArticle[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async name => {
      const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(await readFile(folder + name, 'utf8')) ?? [];
      if (head === undefined || body === undefined) throw new Error(`${name}: an article without its head`);
      const external_id = name.slice(0, -'.md'.length);
      return { ...NewArticle.parse({ ...(parse(head) as object), body: body.trim() }), external_id };
    }),
  );
}
