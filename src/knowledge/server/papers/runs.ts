import type { Token } from '#platform/text/markdown.ts';
import { fonts, type Paper } from '#platform/paper.ts';
import { ink, quiet } from './look.ts';

/** Words in a row on paper: strong, slanted, as they are typed, and those that lead somewhere. */

export interface Run {
  text: string;
  font: string;
  color: string;
  link: string | null;
}
/** A paragraph is words and pictures in their order. */
export type Piece = { runs: Run[] } | { picture: string; words: string };

export function piecesOf(token: Token, { bold = false } = {}): Piece[] {
  const pieces: Piece[] = [];
  let runs: Run[] = [];
  const now = { strong: bold, slanted: false, link: null as string | null };
  const say = (text: string, color = ink) => runs.push({ text, font: fontOf(now), color, link: now.link });
  for (const child of token.children ?? []) {
    const { type, content } = child;
    if (type === 'strong_open' || type === 'strong_close') now.strong = bold || type === 'strong_open';
    else if (type === 'em_open' || type === 'em_close') now.slanted = type === 'em_open';
    else if (type === 'link_open') now.link = leadsTo(String(child.attrGet('href')));
    else if (type === 'link_close') now.link = null;
    else if (type.endsWith('break')) say('\n');
    else if (type === 'code_inline') say(content, quiet);
    else if (type === 'image') {
      pieces.push({ runs }, { picture: String(child.attrGet('src')), words: content });
      runs = [];
    } else if (content) say(content);
  }
  return [...pieces, { runs }].filter(
    piece => 'picture' in piece || piece.runs.some(({ text }) => text.trim()),
  );
}

/** On paper only what leads out of it is a link. */
const leadsTo = (href: string): string | null => (/^(https?:|mailto:)/.test(href) ? href : null);

const fontOf = ({ strong, slanted }: { strong: boolean; slanted: boolean }): string => {
  if (strong) return slanted ? fonts.bold_italic : fonts.bold;
  return slanted ? fonts.italic : fonts.plain;
};

interface Place {
  x: number;
  width: number;
  size: number;
}

/** Writes them from where the paper stands. */
export function drawRuns(paper: Paper, runs: readonly Run[], { x, width, size }: Place): void {
  paper.fontSize(size);
  for (const [at, { text, font, color, link }] of runs.entries()) {
    const options = { width, lineGap: 1.5, continued: at < runs.length - 1, link, underline: link !== null };
    paper.font(font).fillColor(color);
    if (at === 0) paper.text(text, x, paper.y, options);
    else paper.text(text, options);
  }
}

export const wordsOf = (token: Token): string =>
  (token.children ?? []).map(child => (child.type.endsWith('break') ? ' ' : child.content)).join('');
