import { Icon, Time } from '#ui/ui.ts';
import type { HistoryLine } from '../../../rules/ticket.ts';
import { usePortalWords } from '../words.ts';

/** What happened between two messages, in plain words: one change in its line, several folded. */
export function Changes({ lines }: { lines: readonly HistoryLine[] }) {
  const words = usePortalWords().ticket;
  const [only] = lines;
  if (lines.length === 1 && only)
    return (
      <div className="changes">
        <p>
          {only.words} · <Time moment={only.at} />
        </p>
      </div>
    );
  return (
    <details className="changes">
      <summary>
        <Icon name="fold" />
        <span>
          {words.changes(lines.length)}: {inOneSentence(lines)}
        </span>
      </summary>
      <ol>
        {lines.map(line => (
          <li key={line.position}>
            <Time moment={line.at} />
            <div>
              {line.words}
              {line.changes.map(({ field, from, to }) => (
                <span key={field} className="quiet t-14">
                  {words.from_to(field, from ?? words.nothing, to ?? words.nothing)}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** "Maya Chen took it, asked you, you answered": a name is said once, and "You" is small inside. */
function inOneSentence(lines: readonly HistoryLine[]): string {
  return lines
    .map(({ words, who }, at) => {
      if (at === 0) return words;
      const again = lines[at - 1]!.who === who;
      const without = words.startsWith(`${who} `) ? words.slice(who.length + 1) : words;
      return again
        ? without.replace(/^(You|Vous) /, '')
        : words.replace(/^(You|Vous) /, you => you.toLowerCase());
    })
    .join(', ');
}
