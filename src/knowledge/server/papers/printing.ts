import { fonts, openPaper, sheetsOf, type Paper } from '#platform/paper.ts';
import type { Lang } from '#platform/schemas.ts';
import { tokensOf } from '#platform/text/markdown.ts';
import { box_names } from '../../rules/boxes.ts';
import { kind_names, type ArticleKind } from '../../rules/kinds.ts';
import { drawText, type PictureAt } from './drawing.ts';
import { ink, left, line, quiet, scales, type Scale } from './look.ts';

/** An article as it goes on paper: all that stands on it. */
export interface Printed {
  kind: ArticleKind;
  lang: Lang;
  title: string;
  summary: string;
  /** Markdown, with links to where a reader finds what they lead to. */
  text: string;
  version: number;
  /** The days on which this version was published and by which it is to be looked at again, in words. */
  published: string;
  review: string | null;
  /** Whose help desk it is of. */
  group: string | null;
  made: Date;
}

const most_pages = 2;

/** The file's bytes: letter size, real text, one or two pages where that can be. */
export async function printArticle(article: Printed, picture: PictureAt): Promise<Buffer> {
  const papers = scales.map(scale => () => drawn(article, { scale, picture }));
  for (const draw of papers.slice(0, -1)) {
    const paper = draw();
    if (paper.bufferedPageRange().count <= most_pages) return finished(paper, article);
  }
  return finished(papers.at(-1)!(), article);
}

function drawn(article: Printed, look: { scale: Scale; picture: PictureAt }): Paper {
  const { lang, title, made, text } = article;
  const paper = openPaper({ title, lang, made, bufferPages: true });
  paper.addPage();
  drawHead(paper, article, look.scale);
  drawText(paper, tokensOf(text, box_names[lang]), look);
  return paper;
}

function drawHead(paper: Paper, { kind, lang, title, summary, group }: Printed, { text }: Scale): void {
  const width = paper.page.width - 2 * left;
  const above = [group, kind_names[kind].one[lang]].filter(Boolean).join(' · ');
  paper.font(fonts.plain).fontSize(9).fillColor(quiet).text(above, left, paper.y, { width });
  paper.y += 4;
  paper.font(fonts.bold).fontSize(20).fillColor(ink).text(title, left, paper.y, { width, lineGap: -2 });
  paper.y += 4;
  if (summary) {
    paper
      .font(fonts.bold)
      .fontSize(text + 0.5)
      .fillColor(ink)
      .text(summary, left, paper.y, { width });
    paper.y += 6;
  }
  paper
    .moveTo(left, paper.y + 2)
    .lineTo(left + width, paper.y + 2)
    .lineWidth(1)
    .stroke(line);
  paper.y += 14;
}

function finished(paper: Paper, article: Printed): Promise<Buffer> {
  const { lang, title, version, published, review } = article;
  const words = foot_words[lang];
  const { start, count } = paper.bufferedPageRange();
  const said = [title, words.version(version, published), review && words.review(review)]
    .filter(Boolean)
    .join(' · ');
  for (let page = start; page < start + count; page++) {
    paper.switchToPage(page);
    // Below the margin, where text would otherwise begin another sheet.
    paper.page.margins.bottom = 0;
    const [width, top] = [paper.page.width - 2 * left, paper.page.height - 40];
    paper.font(fonts.plain).fontSize(8).fillColor(quiet);
    paper.text(said, left, top, { width: width - 60, height: 10, ellipsis: true, lineBreak: false });
    paper.text(`${page + 1} / ${count}`, left, top, { width, align: 'right', lineBreak: false });
  }
  return sheetsOf(paper);
}

const foot_words = {
  en: {
    version: (version: number, day: string) => `Version ${version}, ${day}`,
    review: (day: string) => `to be reviewed by ${day}`,
  },
  fr: {
    version: (version: number, day: string) => `Version ${version}, ${day}`,
    review: (day: string) => `à réviser d’ici le ${day}`,
  },
};
