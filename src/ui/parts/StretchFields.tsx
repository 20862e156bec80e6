import { IconButton } from './Button.tsx';
import type { Stretch } from './week.ts';

interface StretchFieldsProps {
  stretches: readonly Stretch[];
  /** What a field and the way to remove a stretch are called; the first stretch is 1. */
  label: (end: keyof Stretch, number: number) => string;
  remove: (number: number) => string;
  /** So many stay: they cannot be removed. */
  least?: number;
  onChange: (stretches: readonly Stretch[]) => void;
}

/** The stretches of a day, each with its two times and the way to remove it. */
export function StretchFields({ stretches, label, remove, least = 0, onChange }: StretchFieldsProps) {
  const set = (at: number, more: Partial<Stretch>) =>
    onChange(stretches.map((stretch, place) => (place === at ? { ...stretch, ...more } : stretch)));
  return stretches.map((stretch, at) => (
    <span key={at} className="stretch">
      {(['from', 'to'] as const).map(end => (
        <input
          key={end}
          type="time"
          className="control"
          aria-label={label(end, at + 1)}
          value={stretch[end]}
          onChange={event => set(at, { [end]: event.target.value })}
        />
      ))}
      {stretches.length > least && (
        <IconButton
          small
          icon="x"
          label={remove(at + 1)}
          onClick={() => onChange(stretches.filter((_, place) => place !== at))}
        />
      )}
    </span>
  ));
}
