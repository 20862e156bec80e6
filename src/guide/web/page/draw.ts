import { drawings, type IconName } from '#ui/parts/drawings.ts';

/** Elements of the page, drawn by hand: a tag, what it is like, what is in it. */

type Child = Node | string | false | null | undefined | readonly Child[];
type Like = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** Listeners begin with `on`; what is false or undefined is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  like: Like,
  ...inside: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(like)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? '' : String(value));
  }
  add(made, inside);
  return made;
}

function add(parent: Node, inside: readonly Child[]): void {
  for (const child of inside) {
    if (Array.isArray(child)) add(parent, child as readonly Child[]);
    else if (child)
      parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : (child as Node));
  }
}

export const text = (tag: 'p' | 'h1' | 'h2' | 'span' | 'li' | 'b', name: string, ...inside: Child[]) =>
  element(tag, { class: name || undefined }, ...inside);

const svg = (name: string, like: Record<string, string>): SVGElement => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(like)) made.setAttribute(key, value);
  return made;
};

const drawn = (view: string, size: string, name: string, ...shapes: SVGElement[]): SVGElement => {
  const made = svg('svg', { class: name, viewBox: view, width: size, height: size, 'aria-hidden': 'true' });
  made.append(...shapes);
  return made;
};

export const icon = (name: IconName): SVGElement =>
  drawn('0 0 16 16', '1rem', 'icon', svg('path', { d: drawings[name] }));

export const mark = (): SVGElement =>
  drawn(
    '0 0 22 22',
    '1.375rem',
    'mark',
    svg('rect', { width: '22', height: '22', rx: '5' }),
    svg('path', { d: 'M6 6h10M6 11h7M6 16h3' }),
  );

/** What was measured as right, or not: by its shape, before its colour. */
export const found = (good: boolean): SVGElement =>
  good
    ? drawn('0 0 14 14', '0.875rem', 'shape right', svg('path', { d: 'm2 7.6 3.4 3.4L12 3.6' }))
    : drawn(
        '0 0 14 14',
        '0.875rem',
        'shape wrong',
        svg('rect', { x: '1', y: '1', width: '12', height: '12', rx: '1.5', class: 'filled' }),
        svg('path', { d: 'M7 3.6v3.8M7 10.2v.2', class: 'bar' }),
      );

export const button = (
  name: string,
  label: Child,
  press: (event: Event) => void,
  like: Like = {},
): HTMLButtonElement =>
  element('button', { type: 'button', class: `button ${name}`.trim(), onclick: press, ...like }, label);
