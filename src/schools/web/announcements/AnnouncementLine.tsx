import type { Announcement } from '#schools/rules/announcement.ts';
import { Button, Icon, Prose, type IconName } from '#ui/ui.ts';
import { useAnnouncementWords, useWithdrawal } from './asking.ts';

const icons: Record<Announcement['kind'], IconName> = {
  closed: 'clock',
  news: 'bell',
};

/** One announcement as schools read it, and beside it for whom, by whom, and what can be done with it. */
export function AnnouncementLine({ item, onChange }: { item: Announcement; onChange: () => void }) {
  const words = useAnnouncementWords();
  const withdrawal = useWithdrawal(item);
  const withdrawn = item.state === 'withdrawn';
  return (
    <li className={item.kind}>
      <div className="line-text">
        <p className="kind t-13">
          <Icon name={icons[item.kind]} />
          <span>
            <b>{words.kinds[item.kind]}</b> ·{' '}
            <time dateTime={item.starts.at} title={item.starts.exact}>
              {item.period}
            </time>
          </span>
          {withdrawn && <span className="tag">{words.states.withdrawn}</span>}
          {item.state === 'coming' && item.told && <span className="tag">{words.told_already}</span>}
        </p>
        <p className="name">{item.title}</p>
        <Prose html={item.html} />
        <p className="quiet t-13">
          {item.schools?.map(({ name }) => name).join(', ') ?? words.all_schools} · {words.by(item.by.name)}
        </p>
      </div>
      {item.can.change && item.state !== 'past' && (
        <span className="deeds">
          {!withdrawn && (
            <Button look="bare" small aria-label={words.change_this(item.title)} onClick={onChange}>
              {words.change}
            </Button>
          )}
          <Button look="bare" small busy={withdrawal.isPending} onClick={() => withdrawal.mutate(!withdrawn)}>
            {withdrawn ? words.bring_back : words.withdraw} <span className="sr">{item.title}</span>
          </Button>
        </span>
      )}
    </li>
  );
}
