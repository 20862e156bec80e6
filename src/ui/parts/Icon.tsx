import { drawings, type IconName } from './drawings.ts';

export type { IconName } from './drawings.ts';

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
