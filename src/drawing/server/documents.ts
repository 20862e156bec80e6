import { createHash } from 'node:crypto';
import type { Db } from '#platform/db/database.ts';
import type { Lang } from '#platform/schemas.ts';
import type { Chart } from '../rules/chart.ts';
import { inWords, type Drawn } from '../rules/drawn.ts';
import { cellsOf, layOut } from '../rules/layout.ts';
import { scenesOf } from '../rules/scene.ts';
import { svgFile, svgShapes } from '../rules/svg.ts';
import { drawn as sheet, paperOf, type PaperSize } from './paper.ts';

/** What everybody may download: a chart under a name. Its content says when it must be drawn anew. */
export interface Document {
  name: string;
  chart: (lang: Lang, db: Db) => Chart | Promise<Chart>;
}

/** Something that is answered as it is, with the name of exactly this content. */
export interface Kept<T> {
  content: T;
  etag: string;
}

interface Drawing {
  drawn: Kept<Drawn>;
  svg: Kept<string>;
  paper: (size: PaperSize) => Promise<Kept<Buffer>>;
}

/** The drawings of the documents: each is laid out once, and again when its content is another. */
export function openDrawings() {
  const kept = new Map<string, { content: string; drawing: Drawing }>();
  return async ({ name, chart: read }: Document, lang: Lang, db: Db): Promise<Drawing> => {
    const chart = await read(lang, db);
    const content = JSON.stringify(chart);
    const before = kept.get(`${name} ${lang}`);
    if (before?.content === content) return before.drawing;
    const drawing = draw(name, chart, lang);
    kept.set(`${name} ${lang}`, { content, drawing });
    return drawing;
  };
}

function draw(name: string, chart: Chart, lang: Lang): Drawing {
  const cells = cellsOf(chart);
  // As wide as on paper, so that both are the same picture.
  const scene = scenesOf(layOut(chart, { width: sheet.width }, cells))[0]!;
  const scenes = scenesOf(layOut(chart, sheet, cells));
  const { title, lead } = chart;
  const drawn = {
    ...{ title, lead, width: scene.width, height: scene.height },
    ...{ svg: svgShapes(scene), parts: inWords(chart) },
  };
  const papers = new Map<PaperSize, Promise<Kept<Buffer>>>();
  return {
    drawn: keep(drawn, JSON.stringify(drawn)),
    svg: kept(svgFile(scene, { title, lead, lang })),
    paper(size) {
      const asked =
        papers.get(size) ??
        paperOf(chart, scenes, { lang, size, address: `/documents/${name}.pdf` }).then(kept);
      papers.set(size, asked);
      return asked;
    },
  };
}

const kept = <T extends string | Buffer>(content: T): Kept<T> => keep(content, content);

const keep = <T>(content: T, bytes: string | Buffer): Kept<T> => ({
  content,
  etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
});
