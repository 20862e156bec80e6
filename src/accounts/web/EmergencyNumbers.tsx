import { telOf } from '#ui/tel.ts';
import { useNames } from './use-names.ts';

/** Whom one calls when nothing else goes, as the group has said it; also as this computer keeps it, without a line. */
export function EmergencyNumbers({ label }: { label: string }) {
  const numbers = useNames()?.numbers ?? [];
  if (numbers.length === 0) return null;
  return (
    <ul className="emergency-numbers" aria-label={label}>
      {numbers.map(({ says, number }) => (
        <li key={`${says} ${number}`}>
          <span>{says}</span> <a href={telOf(number)}>{number}</a>
        </li>
      ))}
    </ul>
  );
}
