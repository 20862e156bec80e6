import { numbersOf, type Chart, type Panel, type Part } from './chart.ts';
import { panelStanding, type PanelStanding } from './panel.ts';
import { placed, type Cell } from './placing.ts';
import { sectionOf, type Section } from './section.ts';

/** Where everything of a chart stands, in points, on sheets of one size; one endless sheet for the screen. */

export interface Sheet {
  sections: (Section & { y: number })[];
  panels: PanelStanding[];
  height: number;
}

export interface Layout {
  chart: Chart;
  width: number;
  sheets: Sheet[];
}

/** Rises whenever the same chart is laid out or drawn another way, so that what is stored is laid out anew. */
export const laid_as = 1;

interface Room {
  width: number;
  /** Of a sheet; without one there is a single sheet, as high as it must be. */
  height?: number;
}

const between = 16;

/** Where the boxes of each part stand among each other, whatever the room is: most of the work. */
export const cellsOf = ({ parts }: Chart): Cell[][] => parts.map(placed);

/** Lays a chart out: the same chart in the same room is the same layout. */
export function layOut(
  chart: Chart,
  { width, height = Infinity }: Room,
  cells: readonly (readonly Cell[])[] = cellsOf(chart),
): Layout {
  const numbers = numbersOf(chart);
  const sheets: Sheet[] = [{ sections: [], panels: [], height: 0 }];
  const begin = (sheet: Sheet) => (sheet.height === 0 ? 0 : sheet.height + between);

  function addPart(part: Part, standing: readonly Cell[]): void {
    const rows = 1 + Math.max(-1, ...standing.map(({ row }) => row));
    for (let first = 0; first < rows;) {
      const sheet = sheets.at(-1)!;
      const y = begin(sheet);
      const room = { width, height: height - y, at_least_one: y === 0 };
      const section = sectionOf({ part, cells: standing, numbers }, { first, rows }, room);
      if (section) {
        sheet.sections.push({ ...section, y });
        sheet.height = y + section.height;
        first = section.end;
      }
      if (first < rows) sheets.push({ sections: [], panels: [], height: 0 });
    }
  }

  function addPanel(panel: Panel): void {
    const standing = panelStanding(panel, { x: 0, y: begin(sheets.at(-1)!), width });
    if (standing.y + standing.height > height && standing.y > 0) {
      sheets.push({ sections: [], panels: [], height: 0 });
      return addPanel(panel);
    }
    const sheet = sheets.at(-1)!;
    sheet.panels.push(standing);
    sheet.height = standing.y + standing.height;
  }

  for (const [index, part] of chart.parts.entries()) {
    addPart(part, cells[index]!);
    part.panels?.forEach(addPanel);
  }
  return { chart, width, sheets };
}
