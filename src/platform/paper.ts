import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Lang } from './schemas.ts';

/** Paper that is made here: PDF with its letters in it, those of Indigenous languages too. */

const font = (name: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${name}`);
export const fonts = {
  plain: font('400Regular/NotoSans_400Regular.ttf'),
  bold: font('700Bold/NotoSans_700Bold.ttf'),
  italic: font('400Regular_Italic/NotoSans_400Regular_Italic.ttf'),
  bold_italic: font('700Bold_Italic/NotoSans_700Bold_Italic.ttf'),
};

export type Paper = PDFKit.PDFDocument;

interface Opening {
  title: string;
  lang: Lang;
  /** What the file says of when it was made; the same file needs the same. */
  made?: Date;
  compress?: boolean;
  /** Whether its sheets are kept until the end, so that their feet can be written. */
  bufferPages?: boolean;
}

/** Sheets of letter size that begin without a page; `sheetsOf` makes them a file. */
export function openPaper({ title, lang, made, ...more }: Opening): Paper {
  return new PDFDocument({
    ...more,
    size: 'LETTER',
    margins: { top: 64, bottom: 56, left: 72, right: 72 },
    autoFirstPage: false,
    font: fonts.plain,
    lang,
    displayTitle: true,
    info: { Title: title, Creator: 'Firstline', ...(made && { CreationDate: made }) },
  });
}

/** Ends the paper and answers the file's bytes. */
export async function sheetsOf(paper: Paper): Promise<Buffer> {
  const pieces: Buffer[] = [];
  paper.end();
  for await (const piece of paper) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
