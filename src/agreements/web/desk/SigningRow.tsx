import { Link } from '@tanstack/react-router';
import type { SigningLine } from '#agreements/rules/agreement.ts';
import { Button, buttonClass, useLang, withQuery } from '#ui/ui.ts';
import { useDeskWords } from './asking.ts';

interface SigningRowProps {
  line: SigningLine;
  version: number;
  onSign: (() => void) | undefined;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/** A school: how it stands to the version, who signed, and what can be done next. */
export function SigningRow({ line, version, onSign, chosen, onChoose }: SigningRowProps) {
  const words = useDeskWords().signing;
  const [lang] = useLang();
  const { school, state, by_school, by_group, reminded, holds } = line;
  const said = [
    by_school && words.by_school(by_school.name, by_school.role, by_school.on.words),
    by_school?.way === 'paper' && words.paper,
    by_group && words.by_group(by_group.name, by_group.on.words),
    state === 'waiting' && reminded && words.reminded(reminded.words),
    holds !== version && words.holds(holds),
  ].filter(Boolean);
  const signs = state === 'countersign' && onSign;
  return (
    <li className="agreement-row">
      {signs && (
        <input
          type="checkbox"
          aria-label={words.select(school.name)}
          checked={chosen}
          onChange={({ target }) => onChoose(target.checked)}
        />
      )}
      <span className="line-text">
        <Link to="/desk/schools/$id" params={{ id: String(school.id) }} className="name">
          {school.name}
        </Link>
        {said.length > 0 && <span className="t-13 quiet block">{said.join(' · ')}</span>}
      </span>
      <span className={`t-13 agreement-state ${state}`}>{words.states[state]}</span>
      <span className="agreement-do">
        {signs && (
          <Button small onClick={signs}>
            {words.countersign_one} <span className="sr">{school.name}</span>
          </Button>
        )}
        {state === 'signed' && (
          <a
            className={buttonClass({ small: true })}
            href={withQuery(`/api/agreements/${version}/signatures/${school.id}/paper`, { lang })}
            target="_blank"
            rel="noreferrer"
          >
            {words.pdf} <span className="sr">{school.name}</span>
          </a>
        )}
      </span>
    </li>
  );
}
