import { partsOf } from '#tickets/rules/macros/variables.ts';
import './macros.css';

/** A text as it stands, with what is not filled in marked. */
export function Marked({ text }: { text: string }) {
  return (
    <p className="macro-text">
      {partsOf(text).map((part, at) => (part.unfilled ? <mark key={at}>{part.text}</mark> : part.text))}
    </p>
  );
}
