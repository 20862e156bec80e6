/** What of a chart is in sight, in its own measures: moved and made larger without a page. */

export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

const closest = 12;
const margin = 8;
/** So much larger than on paper letters are at least. */
const readable = 1.4;

/** The chart as wide as the window, from its top; a narrow window begins where its letters can be read. */
export function begun(chart: Size, frame: Size): View {
  const scale = Math.max(frame.width / (chart.width + 2 * margin), readable);
  const width = frame.width / scale;
  return { x: -margin, y: -margin, width, height: frame.height / scale };
}

/** Nearer (over 1) or farther, about a point that stays where it is; never out of sight. */
export function zoomed(view: View, factor: number, about: { x: number; y: number }, chart: Size): View {
  const least = chart.width / closest;
  const most = 1.6 * Math.max(chart.width, (chart.height * view.width) / view.height);
  const width = Math.min(most, Math.max(least, view.width / factor));
  const part = width / view.width;
  const next = {
    x: about.x - (about.x - view.x) * part,
    y: about.y - (about.y - view.y) * part,
    width,
    height: view.height * part,
  };
  return moved(next, { x: 0, y: 0 }, chart);
}

/** Moved by so much; some of the chart stays in sight. */
export function moved(view: View, by: { x: number; y: number }, chart: Size): View {
  const within = (value: number, shown: number, whole: number) => {
    const edge = Math.min(shown, whole) / 2;
    return Math.min(whole - edge, Math.max(edge - shown, value));
  };
  return {
    ...view,
    x: within(view.x + by.x, view.width, chart.width),
    y: within(view.y + by.y, view.height, chart.height),
  };
}

/** As it is where the box is in sight; else moved so that the box stands in the middle. */
export function showing(view: View, box: View, chart: Size): View {
  const inside =
    box.x >= view.x &&
    box.y >= view.y &&
    box.x + box.width <= view.x + view.width &&
    box.y + box.height <= view.y + view.height;
  if (inside) return view;
  const to = {
    x: box.x + box.width / 2 - view.width / 2 - view.x,
    y: box.y + box.height / 2 - view.height / 2 - view.y,
  };
  return moved(view, to, chart);
}
