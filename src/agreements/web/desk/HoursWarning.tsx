import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HoursTrying } from '#agreements/rules/agreement.ts';
import { Notice } from '#ui/ui.ts';
import { askContradicted, useDeskWords } from './asking.ts';

/** Beside hours that the desk might keep: which versions say others, and how many schools have signed those. */
export function HoursWarning(hours: HoursTrying) {
  const words = useDeskWords().contradicted;
  const { data } = useQuery(askContradicted(hours));
  return (
    <div role="status">
      {data && data.items.length > 0 && (
        <Notice title={words.title}>
          <ul>
            {data.items.map(({ version, hours_words, signed }) => (
              <li key={version}>
                <Link to="/desk/agreements/$version" params={{ version: String(version) }}>
                  {words.version(version)}
                </Link>{' '}
                {words.says(hours_words, signed)}
              </li>
            ))}
          </ul>
          <p className="t-13">{words.effect}</p>
        </Notice>
      )}
    </div>
  );
}
