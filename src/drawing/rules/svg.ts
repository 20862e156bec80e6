import { widthOf } from './measure.ts';
import { fixed, type Mark, type Paint, type Scene } from './scene.ts';

/** A chart as an SVG file: text as text, its colours for light and for dark, links inside of it, and no script. */

export const colours: Record<Exclude<Paint, 'none'>, { light: string; dark: string }> = {
  ink: { light: '#1b1a17', dark: '#f1efe8' },
  quiet: { light: '#57534a', dark: '#b5b0a3' },
  line: { light: '#6f6a5e', dark: '#8f897b' },
  arrow: { light: '#17596b', dark: '#7fc4d6' },
  lane: { light: '#f4f1ea', dark: '#22211e' },
  box: { light: '#ffffff', dark: '#2b2a26' },
  question: { light: '#e3f0f2', dark: '#1d3a42' },
  answers: { light: '#ffffff', dark: '#2b2a26' },
  wait: { light: '#fdf3dc', dark: '#3b321d' },
  end: { light: '#e6e3db', dark: '#3d3b35' },
  panel: { light: '#fbfaf7', dark: '#262521' },
};

const ground = { light: '#ffffff', dark: '#1a1917' };

const rules = (theme: 'light' | 'dark') =>
  Object.entries(colours)
    .map(([paint, both]) => `.f-${paint}{fill:${both[theme]}}.s-${paint}{stroke:${both[theme]}}`)
    .join('') + `.ground{fill:${ground[theme]}}`;

/** The file's one style: it is the same in every file, so that a server can allow it by its hash. */
export const style =
  `text{font-family:"Atkinson Hyperlegible Next","Noto Sans",Arial,sans-serif}${rules('light')}` +
  `@media (prefers-color-scheme:dark){${rules('dark')}}`;

const margin = 16;
const head = 44;

interface Titled {
  title: string;
  lead: string;
  lang: string;
}

/** The file of a scene under its title. */
export function svgFile(scene: Scene, { title, lead, lang }: Titled): string {
  const [width, height] = [scene.width + 2 * margin, scene.height + 2 * margin + head];
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${lang}" viewBox="0 0 ${fixed(width)} ${fixed(height)}" ` +
    `width="${fixed(width * 1.6)}" height="${fixed(height * 1.6)}" role="img" aria-labelledby="title lead">\n` +
    `<title id="title">${escaped(title)}</title>\n<desc id="lead">${escaped(lead)}</desc>\n<style>${style}</style>\n` +
    `<rect class="ground" width="100%" height="100%"/>\n` +
    markText(
      { kind: 'text', x: margin, y: margin + 14, text: title, size: 15, bold: true, paint: 'ink' },
      'file',
    ) +
    markText({ kind: 'text', x: margin, y: margin + 28, text: lead, size: 8, paint: 'quiet' }, 'file') +
    `<g transform="translate(${margin} ${margin + head})">\n${scene.marks.map(mark => markText(mark, 'file')).join('')}</g>\n</svg>\n`
  );
}

/** Its shapes alone, for a page that has its own colours. */
export const svgShapes = ({ marks }: Scene): string => marks.map(mark => markText(mark, 'page')).join('');

/** In a file a link leads to a box; on a page the box that holds it is what can be pressed. */
function markText(mark: Mark, place: 'file' | 'page'): string {
  if (mark.kind === 'path')
    return `<path d="${mark.d}"${painted(mark.fill, mark.stroke)}${mark.dashed ? ' stroke-dasharray="3 2"' : ''}/>\n`;
  if (mark.kind === 'text') {
    const { x, y, size, bold, anchor, paint, text } = mark;
    // A file is shown in whatever font there is: its words still keep inside of their boxes. A page has our own.
    const width = fixed(widthOf(text, size, bold ? 'bold' : 'plain'));
    const kept = place === 'file' ? ` textLength="${width}" lengthAdjust="spacingAndGlyphs"` : '';
    return (
      `<text x="${fixed(x)}" y="${fixed(y)}" font-size="${size}"${bold ? ' font-weight="700"' : ''}` +
      `${anchor ? ` text-anchor="${anchor}"` : ''}${kept}${painted(paint, 'none')}>${escaped(text)}</text>\n`
    );
  }
  const marks = mark.marks.map(inner => markText(inner, place)).join('');
  if (mark.kind === 'link' && place === 'page') return `<g data-to="${escaped(mark.to)}">${marks}</g>\n`;
  return mark.kind === 'box'
    ? `<g id="${escaped(mark.id)}">\n${marks}</g>\n`
    : `<a href="#${escaped(mark.to)}">${marks}</a>\n`;
}

/** By class for a browser, and by attribute for what knows no style. */
const painted = (fill: Paint, stroke: Paint): string =>
  [
    fill === 'none' ? ' fill="none"' : ` fill="${colours[fill].light}"`,
    stroke === 'none' ? '' : ` stroke="${colours[stroke].light}" stroke-width="0.8"`,
    ` class="${[...(fill === 'none' ? [] : [`f-${fill}`]), ...(stroke === 'none' ? [] : [`s-${stroke}`])].join(' ')}"`,
  ].join('');

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // oxlint-disable-next-line no-control-regex -- XML has no such letters
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
