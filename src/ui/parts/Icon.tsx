/** Strokes of 1.5 on a grid of 16, in the colour of the text beside them. Never alone: a word is near, or a label. */
const drawings = {
  ask: 'M2 2.5h12v8.5H8l-3.5 3V11H2z',
  attendance: 'm1.5 4 1.3 1.3L5 3M1.5 11l1.3 1.3L5 10M7.5 4.5h7M7.5 11.5h7',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1.5 1.5h-11zM6.7 14.2h2.6',
  book: 'M2 3h4.5L8 4.2 9.5 3H14v10H9.5L8 14l-1.5-1H2zM8 4.2V14',
  card: 'M3.5 1.5h6l3 3v10h-9zM6 7.5h4M6 10h4M6 12.3h2.5',
  check: 'm2.5 8.5 3.5 3.5 7.5-8',
  clip: 'm13 7-5.3 5.3a3 3 0 0 1-4.2-4.2l5.6-5.6a2 2 0 0 1 2.8 2.8L6.3 11a1 1 0 0 1-1.4-1.4L10 4.5',
  clock: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 4.5V8l2.5 1.8',
  code: 'm5 4.5-3.5 3.5L5 11.5M11 4.5l3.5 3.5-3.5 3.5M9.2 3 6.8 13',
  down: 'm3.5 6 4.5 4.5L12.5 6',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  file: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3',
  fold: 'm4.5 5.5 3.5-3 3.5 3M4.5 10.5l3.5 3 3.5-3',
  grid: 'M2 2.5h12v11H2zM2 6.2h12M6 2.5v11M10 6.2v7.3',
  home: 'M2.5 7 8 2.5 13.5 7v6.5h-4V9.5h-3v4h-4z',
  inbox: 'M2 9.5 4 3h8l2 6.5V13H2zM2 9.5h3.5l1 1.5h3l1-1.5H14',
  key: 'M5 8a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM7.2 8.8l6.3-6.3M11 5l2 2',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  link: 'M6.5 9.5 9.5 6.5M7 4.5l1.6-1.6a3 3 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.6 1.6a3 3 0 0 1-4.5-4.5L4.5 7',
  list: 'M6 4h8M6 8h8M6 12h8M2.4 4h.6M2.4 8h.6M2.4 12h.6',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  menu: 'M2 4h12M2 8h12M2 12h12',
  moon: 'M13.5 9.7A5.8 5.8 0 1 1 6.3 2.5a4.6 4.6 0 0 0 7.2 7.2z',
  numbers: 'M6.5 4h7.5M6.5 8h7.5M6.5 12h7.5M2 3l1-.5V6M1.8 10.3c.2-1 2-1 2 .1 0 .8-1.8 1.4-1.9 2.6h2',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  people:
    'M6 2.8a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM1.5 13.5c0-2.6 1.8-4 4.5-4s4.5 1.4 4.5 4M10.7 3a2.3 2.3 0 0 1 0 4.4M12 9.8c1.6.5 2.5 1.8 2.5 3.7',
  person: 'M8 2.5a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4zM2.8 14c0-2.8 2.1-4.2 5.2-4.2s5.2 1.4 5.2 4.2',
  plug: 'M2 5.5a9 9 0 0 1 12 0M4.2 8.2a5.8 5.8 0 0 1 7.6 0M6.4 10.8a2.4 2.4 0 0 1 3.2 0M2.5 14 13.5 2',
  plus: 'M8 3v10M3 8h10',
  print: 'M4.5 6V2h7v4M4.5 11.5H2V6h12v5.5h-2.5M4.5 9.5h7V14h-7z',
  quote: 'M2.5 3v10M6 4.5h8M6 8h8M6 11.5h5',
  right: 'm6 3.5 4.5 4.5L6 12.5',
  save: 'M8 2v8M4.5 6.7 8 10.2l3.5-3.5M2.5 13.5h11',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5l3.5 3.5',
  sign_out: 'M6.5 2.5H3v11h3.5M10 4.8 13.3 8 10 11.2M13.3 8H6',
  sliders:
    'M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M11 2.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM5 9.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  students: 'M8 2.5 15 6 8 9.5 1 6zM4 7.6V11c2.3 2 5.7 2 8 0V7.6M15 6v4',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6',
  up: 'm3.5 10 4.5-4.5 4.5 4.5',
  warning: 'M8 2 14.8 13.5H1.2zM8 6.5v3.2M8 11.4v.4',
  x: 'm4 4 8 8M12 4l-8 8',
} as const;
export type IconName = keyof typeof drawings;

export function Icon({ name, size = 16 }: { name: IconName; size?: 12 | 16 | 20 }) {
  return (
    <svg
      className="icon"
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}

/** The product's mark. */
export function Mark() {
  return (
    <svg className="mark" width="1.375rem" height="1.375rem" viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="5" />
      <path d="M6 6h10M6 11h7M6 16h3" />
    </svg>
  );
}
