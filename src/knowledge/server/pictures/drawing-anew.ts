import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { notValid, Refusal } from '#platform/refusals.ts';
import { picture_limits as limits, picture_types } from '../../rules/pictures.ts';

// One after the other: a picture must not take the processor from those who ask.
sharp.concurrency(1);
sharp.cache(false);

export interface DrawnPicture {
  content: Buffer;
  /** Of what was sent. */
  source_sha256: string;
  type: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

/** Above this a picture without holes is a photograph, which a JPEG holds in less. */
const png_bytes = 500 * 1024;

/**
 * Draws a picture anew: upright, at most as large as the limits, the first of several frames; without where and by what it
 * was taken. Its type is what its bytes say. Refuses with not_valid what is no picture, or one that is too large to draw.
 */
export async function drawnAnew(sent: Buffer): Promise<DrawnPicture> {
  if (sent.length > limits.bytes) throw tooLarge();
  const known = await fileTypeFromBuffer(sent);
  if (!picture_types.some(type => type === known?.mime)) throw notValid('picture', no_picture);
  const source_sha256 = createHash('sha256').update(sent).digest('hex');
  const drawn = sharp(sent, { limitInputPixels: limits.pixels, pages: 1 })
    .autoOrient()
    .resize({ width: limits.width, height: limits.height, fit: 'inside', withoutEnlargement: true });
  try {
    const { hasAlpha } = await sharp(sent, { limitInputPixels: limits.pixels }).metadata();
    const png = known!.mime === 'image/jpeg' ? undefined : await asPng(drawn);
    const best = png && (hasAlpha || png.data.length <= png_bytes) ? png : smaller(png, await asJpeg(drawn));
    return { content: best.data, source_sha256, ...best.is };
  } catch {
    throw notValid('picture', cannot_draw);
  }
}

type Drawn = { data: Buffer; is: Pick<DrawnPicture, 'type' | 'width' | 'height'> };

async function asPng(drawn: Sharp): Promise<Drawn> {
  const { data, info } = await drawn
    .clone()
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return { data, is: { type: 'image/png', width: info.width, height: info.height } };
}

async function asJpeg(drawn: Sharp): Promise<Drawn> {
  const { data, info } = await drawn
    .clone()
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  return { data, is: { type: 'image/jpeg', width: info.width, height: info.height } };
}

const smaller = (one: Drawn | undefined, other: Drawn): Drawn =>
  one && one.data.length <= other.data.length ? one : other;

export const tooLarge = () =>
  new Refusal('too_large', {
    en: `A picture may have at most ${limits.bytes / 1024 / 1024} MB.`,
    fr: `Une image peut avoir au plus ${limits.bytes / 1024 / 1024} Mo.`,
  });

const no_picture = {
  en: 'This is no picture: send PNG, JPEG, WebP or GIF.',
  fr: 'Ce n’est pas une image : envoyez PNG, JPEG, WebP ou GIF.',
};
const cannot_draw = {
  en: 'This picture cannot be read: it is broken, or has more than 40 million points.',
  fr: 'Cette image ne peut être lue : elle est abîmée, ou a plus de 40 millions de points.',
};
