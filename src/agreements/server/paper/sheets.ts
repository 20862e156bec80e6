import { fonts, openPaper, sheetsOf, type Paper } from '#platform/paper.ts';
import type { Lang } from '#platform/schemas.ts';
import { fullDay } from '../../rules/document/places.ts';
import { document_name } from '../../rules/signing.ts';
import type { SeenSignature } from '../views.ts';
import { drawMarkdown, ink, quiet, room, widthOf } from './drawing.ts';

/** The agreement as PDF: the document, then both signatures, or the lines where they are to be written. */
export interface Sheets {
  lang: Lang;
  version: number;
  document: string;
  sha256: string;
  group: string | null;
  /** Its last signature, so that the file is the same whenever it is drawn; else when it was published. */
  made: Date;
  signed: { by_school: SeenSignature; by_group: SeenSignature } | null;
}

/** The file's bytes: of the same rows always the same. */
export async function printAgreement(sheets: Sheets): Promise<Buffer> {
  const { lang, version, signed, made, document } = sheets;
  const title = [`${document_name[lang]} ${version}`, signed?.by_school.party].filter(Boolean).join(' · ');
  // Not compressed: what compresses differs from one Node to the next.
  const paper = openPaper({ title, lang, made, compress: false, bufferPages: true });
  paper.addPage();
  drawMarkdown(paper, document);
  drawSignatures(paper, sheets);
  drawFeet(paper, title, lang);
  return sheetsOf(paper);
}

function drawSignatures(paper: Paper, { lang, signed, group, sha256 }: Sheets): void {
  const words = paper_words[lang];
  room(paper, 190);
  const top = paper.y + 16;
  const half = widthOf(paper) / 2 - 12;
  const sides = [
    { x: 72, who: signed?.by_school.party ?? words.school, signature: signed?.by_school },
    { x: 72 + half + 24, who: signed?.by_group.party ?? group ?? words.group, signature: signed?.by_group },
  ];
  const bottoms = sides.map(({ x, who, signature }) => {
    const line = (text: string, size = 10, font = fonts.plain, color = ink) =>
      paper
        .font(font)
        .fontSize(size)
        .fillColor(color)
        .text(text, x, paper.y + 2, { width: half });
    paper.y = top;
    line(signature ? words.for(who) : words.for_line(who), 10, fonts.plain, quiet);
    if (signature) {
      line(signature.name, 14, fonts.bold);
      line(signature.role);
      line(words.signed[signature.way](fullDay(signature.on, lang)));
      return paper.y;
    }
    for (const label of words.blanks) {
      paper.y += 22;
      paper
        .moveTo(x, paper.y)
        .lineTo(x + half, paper.y)
        .lineWidth(0.5)
        .strokeColor(quiet)
        .stroke();
      line(label, 8, fonts.plain, quiet);
    }
    return paper.y;
  });
  paper.x = 72;
  paper.y = Math.max(...bottoms) + 14;
  paper.font(fonts.plain).fontSize(8).fillColor(quiet);
  paper.text(words.hash(sha256), 72, paper.y, { width: widthOf(paper) });
}

function drawFeet(paper: Paper, title: string, lang: Lang): void {
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    paper.switchToPage(page);
    // Below the margin, where text would otherwise begin another sheet.
    paper.page.margins.bottom = 0;
    paper.font(fonts.plain).fontSize(8).fillColor(quiet);
    paper.text(`${title} · ${paper_words[lang].sheet(page + 1, count)}`, 72, paper.page.height - 36, {
      width: widthOf(paper),
      lineBreak: false,
    });
  }
}

const paper_words = {
  en: {
    school: 'The school',
    group: 'The group',
    for: (who: string) => `Signed for ${who}`,
    for_line: (who: string) => `For ${who}`,
    signed: {
      browser: (day: string) => `Signed in the browser on ${day}`,
      paper: (day: string) => `Signed on paper on ${day}`,
    },
    blanks: ['Name', 'Role', 'Date', 'Signature'],
    hash: (sha256: string) => `SHA-256 of the text and its data: ${sha256}`,
    sheet: (page: number, of: number) => `page ${page} of ${of}`,
  },
  fr: {
    school: 'L’école',
    group: 'Le groupe',
    for: (who: string) => `Signé pour ${who}`,
    for_line: (who: string) => `Pour ${who}`,
    signed: {
      browser: (day: string) => `Signé dans le navigateur le ${day}`,
      paper: (day: string) => `Signé sur papier le ${day}`,
    },
    blanks: ['Nom', 'Fonction', 'Date', 'Signature'],
    hash: (sha256: string) => `SHA-256 du texte et de ses données : ${sha256}`,
    sheet: (page: number, of: number) => `page ${page} de ${of}`,
  },
};
