import { createHash } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import type { Actor, Database, Db } from '#platform/db/database.ts';
import type { Lang } from '#platform/schemas.ts';
import type { Chart } from '../rules/chart.ts';
import { inWords, type Drawn } from '../rules/drawn.ts';
import { cellsOf, laid_as, layOut } from '../rules/layout.ts';
import { scenesOf, type Scene, type Scenes } from '../rules/scene.ts';
import { svgFile, svgShapes } from '../rules/svg.ts';
import { drawn as sheet, paperOf, type PaperSize } from './paper.ts';
import { keepScenes, selectScenes } from './store.ts';

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

/** The drawings of the documents: each is laid out once and stored, and again when its content is another. */
export function openDrawings(database: Database, actor: Actor) {
  const kept = new Map<string, { content: string; drawing: Drawing }>();
  return async ({ name, chart: read }: Document, lang: Lang): Promise<Drawing> => {
    const place = `${name} ${lang}`;
    const asked = await database.transact(actor, async db => {
      const chart = await read(lang, db);
      const content = hashOf(JSON.stringify([laid_as, chart]));
      const before = kept.get(place);
      if (before?.content === content) return before.drawing;
      return { chart, content, stored: await selectScenes(db, { name, lang, content }) };
    });
    if ('drawn' in asked) return asked;
    const { chart, content, stored } = asked;
    const scenes = stored ?? (await laidOut(chart));
    if (!stored) await database.transact(actor, db => keepScenes(db, { name, lang, content }, scenes));
    const drawing = draw({ name, chart, lang }, scenes);
    kept.set(place, { content, drawing });
    return drawing;
  };
}

/** Outside of any transaction, and with others let by between its steps: it takes a second. */
async function laidOut(chart: Chart): Promise<Scenes> {
  const cells = cellsOf(chart);
  await pause();
  // As wide as on paper, so that both are the same picture.
  const [screen] = scenesOf(layOut(chart, { width: sheet.width }, cells));
  await pause();
  return { screen: screen!, sheets: scenesOf(layOut(chart, sheet, cells)) };
}

/** A chart that is not stored: as somebody writes it. It takes a second. */
export const drawnNow = async (chart: Chart): Promise<Drawn> => shown(chart, (await laidOut(chart)).screen);

const shown = (chart: Chart, screen: Scene): Drawn => ({
  ...{ title: chart.title, lead: chart.lead, width: screen.width, height: screen.height },
  ...{ svg: svgShapes(screen), parts: inWords(chart) },
});

interface Titled {
  name: string;
  chart: Chart;
  lang: Lang;
}

function draw({ name, chart, lang }: Titled, { screen, sheets }: Scenes): Drawing {
  const { title, lead } = chart;
  const drawn = shown(chart, screen);
  const papers = new Map<PaperSize, Promise<Kept<Buffer>>>();
  return {
    drawn: keep(drawn, JSON.stringify(drawn)),
    svg: kept(svgFile(screen, { title, lead, lang })),
    paper(size) {
      const asked =
        papers.get(size) ??
        paperOf(chart, sheets, { lang, size, address: `/documents/${name}.pdf` }).then(kept);
      papers.set(size, asked);
      return asked;
    },
  };
}

const hashOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('base64url');

const kept = <T extends string | Buffer>(content: T): Kept<T> => keep(content, content);

const keep = <T>(content: T, bytes: string | Buffer): Kept<T> => ({
  content,
  etag: `"${hashOf(bytes).slice(0, 27)}"`,
});
