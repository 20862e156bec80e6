import { useChartWords } from '#drawing/web/words/use-words.ts';
import { useHowFastWords } from '#reports/web/how-fast/words.ts';
import type { HowFast } from '#reports/rules/statements/statement.ts';
import { Link } from '#ui/route/router.tsx';
import { useGet, useLang } from '#ui/ui.ts';

const file_of = { process: 'helpdesk-process', connectivity: 'connectivity' };

/** Beside the answers: both charts, on the screen and for paper, and how fast the desk is, while that is shown. */
export function ToRead() {
  const { documents, pdf } = useChartWords();
  const { title } = useHowFastWords();
  const [lang] = useLang();
  const { data: fast } = useGet<HowFast>('/api/how-fast');
  return (
    <ul className="to-read no-print">
      {(['process', 'connectivity'] as const).map(name => (
        <li key={name}>
          <Link to={`/${name}`}>{documents[name]}</Link>{' '}
          <a
            className="t-14"
            href={`/documents/${file_of[name]}.pdf?lang=${lang}`}
            aria-label={pdf(documents[name])}
          >
            PDF
          </a>
        </li>
      ))}
      {fast && (
        <li>
          <Link to="/how-fast">{title}</Link>
        </li>
      )}
    </ul>
  );
}
