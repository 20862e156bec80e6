import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Dashboard } from '#reports/rules/dashboard.ts';
import { askPassings, useDashboardWords } from '../asking.ts';
import type { DashboardSearch } from '../search.ts';

/** What schools passed to their own technicians in the period, and what became of it (S12). */
export function AtSchools({ period, search }: { period: Dashboard['period']; search: DashboardSearch }) {
  const words = useDashboardWords().at_schools;
  const { data } = useQuery(askPassings(period, search.school));
  if (!data || data.length === 0) return null;
  return (
    <section className="at-schools" aria-labelledby="at-schools">
      <h2 id="at-schools">{words.title}</h2>
      <p className="quiet t-13">
        {words.about} {period.words}
      </p>
      <table className="work-table">
        <thead>
          <tr>
            <th scope="col">{words.school}</th>
            {words.heads.map(head => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map(({ school, passed, solved, sent_up, withdrawn, open, median_hours }) => (
            <tr key={school.id}>
              <th scope="row">
                <Link to="/desk" search={{ school: String(school.id), state: 'all' }}>
                  {school.name}
                </Link>
              </th>
              {[passed, solved, sent_up, withdrawn, open].map((count, at) => (
                <td key={words.heads[at]} className="number">
                  {count}
                </td>
              ))}
              <td className="number">{median_hours === null ? '–' : words.hours(median_hours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
