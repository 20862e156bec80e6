import { useSession } from '#accounts/web/accounts.tsx';
import type { Announcement } from '#schools/rules/announcement.ts';
import { Icon, Prose, type IconName } from '#ui/ui.ts';
import { usePortalWords } from '../words.ts';

const icons: Record<Announcement['kind'], IconName> = {
  closed: 'clock',
  news: 'bell',
};

/** What the iGroup announces to this school: when something is closed, and what is new. */
export function Notices({ items }: { items: readonly Announcement[] }) {
  const words = usePortalWords().notices;
  const { school } = useSession();
  if (items.length === 0) return null;
  return (
    <section className="notices" aria-labelledby="notices">
      <h2 id="notices">{words.title(school?.name ?? '')}</h2>
      <ul>
        {items.map(item => (
          <li key={item.id}>
            <p className="kind">
              <Icon name={icons[item.kind]} />
              <span>
                <b>{words.kinds[item.kind]}</b> ·{' '}
                <time dateTime={item.starts.at} title={item.starts.exact}>
                  {item.period}
                </time>
              </span>
            </p>
            <h3>{item.title}</h3>
            <Prose html={item.html} />
          </li>
        ))}
      </ul>
    </section>
  );
}
