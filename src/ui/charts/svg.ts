import { widthOf, type Fill, type Mark, type Paint, type Scene } from './scene.ts';

/** The same picture as a file of its own: ink on paper, whatever the page looks like, with nothing outside of it. */

/** As the light tokens are. */
const colours: Record<Paint | 'ground', string> = {
  ground: '#ffffff',
  ink: '#1a1d1c',
  quiet: '#5e645f',
  line: '#dcd7ca',
  first: '#0a5a63',
  second: '#0a5a63',
  third: '#0a5a63',
};

const letters = `'Atkinson Hyperlegible Next', 'Segoe UI', system-ui, Arial, sans-serif`;
const edge = 16;

/** How a fill is told from the others without its colour. */
export const patterns = {
  second: { size: 6, path: 'M-1 1l2-2M0 6l6-6M5 7l2-2', width: 1.6 },
  third: { size: 5, path: 'M1.5 1.5h.01', width: 2.4 },
} as const;

export interface Titles {
  title: string;
  /** Under it: which tickets, and when. */
  under: string;
  /** What the parts of a bar are called. */
  legend?: readonly { fill: Fill; name: string }[];
}

/** An SVG file: the title, the picture, and what it is about. */
export function svgText(scene: Scene, { title, under, legend = [] }: Titles): string {
  const width = Math.ceil(scene.width + 2 * edge);
  const top = edge + (legend.length > 0 ? 72 : 44);
  const height = Math.ceil(scene.height + top + edge);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(letters)}" font-size="${scene.text}">`,
    `<title>${escaped(title)}</title>`,
    `<defs>${Object.entries(patterns)
      .map(([name, pattern]) => patternText(name, pattern))
      .join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    `<text x="${edge}" y="${edge + 14}" font-size="18" font-weight="650" fill="${colours.ink}">${escaped(title)}</text>`,
    `<text x="${edge}" y="${edge + 32}" font-size="12" fill="${colours.quiet}">${escaped(under)}</text>`,
    legendText(legend, scene.text),
    `<g transform="translate(${edge} ${top})">${scene.marks.map(markText).join('')}</g></svg>`,
  ].join('\n');
}

function legendText(legend: NonNullable<Titles['legend']>, size: number): string {
  let x = edge;
  return legend
    .map(({ fill, name }) => {
      const text = `<rect x="${x}" y="${edge + 43}" width="14" height="14" ${boxPaint(fill)}/><text x="${x + 20}" y="${edge + 55}" fill="${colours.quiet}">${escaped(name)}</text>`;
      x = round(x + 44 + widthOf(name, size));
      return text;
    })
    .join('');
}

const patternText = (name: string, { size, path, width }: (typeof patterns)[keyof typeof patterns]) =>
  `<pattern id="${name}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><path d="${path}" stroke="${colours.first}" stroke-width="${width}" stroke-linecap="round" fill="none"/></pattern>`;

function markText(mark: Mark): string {
  switch (mark.kind) {
    case 'link':
      return `<g><title>${escaped(mark.label)}</title>${mark.marks.map(markText).join('')}</g>`;
    case 'line':
      return `<path d="M${round(mark.x1)} ${round(mark.y1)}H${round(mark.x2)}" stroke="${colours.line}"/>`;
    case 'text':
      return `<text x="${round(mark.x)}" y="${round(mark.y)}" text-anchor="${mark.anchor}" fill="${colours[mark.paint]}">${escaped(mark.text)}</text>`;
    case 'box':
      return `<rect x="${round(mark.x)}" y="${round(mark.y)}" width="${round(mark.width)}" height="${round(mark.height)}" ${boxPaint(mark.paint)}/>`;
  }
}

const boxPaint = (paint: Paint): string =>
  paint === 'second' || paint === 'third'
    ? `fill="url(#${paint})" stroke="${colours[paint]}"`
    : `fill="${colours[paint]}"`;

const round = (value: number): number => Math.round(value * 100) / 100;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, char => entities[char]!).replaceAll(/[^\P{Cc}\n\t]/gu, '');
