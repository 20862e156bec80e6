import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Picture } from '#drawing/web/Picture.tsx';
import type { DrawnDraft } from '#guide/rules/editing.ts';
import { api, Button, NotYet, useLang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';

interface GuideDrawnProps {
  /** What is open, and what is wrong: by the names of questions and outcomes. */
  at: string | undefined;
  wrong: readonly string[];
  /** Of what is kept now. */
  edition: number;
}

/** What is written as a chart, drawn when it is asked for; a box leads to its form. */
export function GuideDrawn({ at, wrong, edition }: GuideDrawnProps) {
  const words = useGuideWords().edit;
  const navigate = useNavigate();
  const [lang] = useLang();
  const asked = useQuery({
    queryKey: ['guide drawn', lang],
    queryFn: ({ signal }) => api.get<DrawnDraft>('/api/guide/drawing', { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  const { data, isFetching } = asked;
  return (
    <section className="guide-drawn chart" aria-label={words.drawn}>
      <p className="second" role="status">
        {isFetching ? words.drawing : words.drawn_hint}{' '}
        {data && !isFetching && data.edition !== edition && (
          <Button small onClick={() => void asked.refetch()}>
            {words.draw_anew}
          </Button>
        )}
      </p>
      <NotYet asked={asked} lines={12} words={words} />
      {data && (
        <Picture
          drawn={data.drawn}
          chosen={at}
          asked={0}
          goTo={id =>
            void navigate({ to: '/desk/guide', search: { at: id, show: 'drawn' }, resetScroll: false })
          }
          marks={{ here: undefined, found: wrong }}
        />
      )}
    </section>
  );
}
