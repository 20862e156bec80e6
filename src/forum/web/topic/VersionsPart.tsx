import type { TextVersions } from '#forum/rules/topic.ts';
import { Button, NotYet, Prose, Time, useGet } from '#ui/ui.ts';
import { useForumWords } from '../words.ts';

/** What a text said before it was edited, the newest first. */
export function VersionsPart({ path, onClose }: { path: string; onClose: () => void }) {
  const words = useForumWords().versions;
  const { data, problem, reload } = useGet<TextVersions>(`${path}/versions`);
  return (
    <section className="forum-versions" aria-label={words.title}>
      <NotYet asked={{ data, error: problem, refetch: reload }} lines={2} />
      {data?.items.length === 0 && <p className="quiet">{words.none}</p>}
      {data?.items.map(version => (
        <article key={version.id}>
          <p className="quiet t-14">
            {words.until} <Time moment={version.until} />
            {' · '}
            {version.by === null ? words.by_author : words.by(version.by)}{' '}
            {version.inside && <span className="tag">{words.inside}</span>}
          </p>
          {version.title && <p className="name">{version.title}</p>}
          <Prose html={version.html} />
        </article>
      ))}
      <p>
        <Button small onClick={onClose}>
          {words.close}
        </Button>
      </p>
    </section>
  );
}
