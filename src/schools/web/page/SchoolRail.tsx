import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#accounts/web/accounts.tsx';
import { askTicketCounts, useSchoolPageWords } from './asking.ts';
import { open_section_ids, section_ids, type SectionId } from './sections.ts';
import { useSectionInSight } from './use-section-in-sight.ts';

/** Beside the sections: how the school's tickets stand, each number leading to its list, and where one is. */
export function SchoolRail({ id }: { id: number }) {
  const words = useSchoolPageWords();
  const shown = useSession().can.see_rights ? section_ids : open_section_ids;
  const here = useSectionInSight(shown);
  return (
    <aside className="school-rail">
      <Tickets id={id} />
      <nav aria-label={words.on_page}>
        <ul>
          {shown.map(section => (
            <li key={section}>
              <a
                href={`#${section}`}
                aria-current={section === here ? 'location' : undefined}
                onClick={event => {
                  // By hand, since the address bar is the router's.
                  event.preventDefault();
                  goTo(section);
                }}
              >
                {words.sections[section]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </aside>
  );
}

/** Only the page scrolls, never the frame around it. */
function goTo(section: SectionId): void {
  const heading = document.getElementById(section);
  const page = heading?.closest('main');
  if (!heading || !page) return;
  const above = heading.getBoundingClientRect().top - page.getBoundingClientRect().top;
  page.scrollTo({ top: page.scrollTop + above - 16 });
  heading.focus({ preventScroll: true });
}

function Tickets({ id }: { id: number }) {
  const words = useSchoolPageWords().tickets;
  const open = useQuery(askTicketCounts(id, 'open'));
  const ended = useQuery(askTicketCounts(id, 'ended'));
  const school = String(id);
  const lines = [
    { name: words.open, count: open.data?.total, search: { school } },
    ...(['desk', 'school', 'level2'] as const).map(court => ({
      name: words[court],
      count: open.data?.court[court],
      search: { school, court },
      part: true,
    })),
    { name: words.ended, count: ended.data?.total, search: { school, state: 'ended' } },
  ];
  return (
    <section aria-labelledby="school-tickets">
      <h2 id="school-tickets">{words.title}</h2>
      <ul className="school-tickets">
        {lines.map(({ name, count, search, ...line }) => (
          <li key={name} className={'part' in line ? 'part' : undefined}>
            <Link to="/desk" search={search}>
              <span>{name}</span> <b>{count ?? '–'}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
