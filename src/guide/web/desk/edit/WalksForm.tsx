import { useState } from 'react';
import { calledAt, strayingOf, type Trouble } from '#guide/rules/checking.ts';
import type { Guide } from '#guide/rules/guide.ts';
import { guide_limits } from '#guide/rules/kinds.ts';
import { Ruled } from '#ui/parts/Ruled.tsx';
import { Button, Icon, useLang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import { InBoth } from './InBoth.tsx';
import { TryIt } from './TryIt.tsx';
import type { Editing } from './use-editing.ts';

type Walk = Guide['walks'][number];

interface WalksFormProps {
  editing: Editing;
  troubles: readonly Trouble[];
}

/** Walks that must end where they say whatever is edited, and a place to walk the guide as it stands. */
export function WalksForm({ editing, troubles }: WalksFormProps) {
  const words = useGuideWords().edit;
  const { guide } = editing;
  const put = (walks: Walk[]) => editing.change(now => ({ ...now, walks }));
  // By its place: names are typed here.
  const [again, setAgain] = useState<number>();
  const stuck = troubles.some(({ kind }) => kind === 'dead_end' || kind === 'cycle');
  const keep = (kept: Pick<Walk, 'answers' | 'outcome'>) => {
    const name = guide.walks[again ?? -1]?.name ?? { en: '', fr: '' };
    const walked = { ...kept, name };
    put(
      again === undefined
        ? [...guide.walks, walked]
        : guide.walks.map((each, at) => (at === again ? walked : each)),
    );
    setAgain(undefined);
  };
  return (
    <>
      <h2>{words.walks}</h2>
      <p className="hint">{words.walks_hint}</p>
      {stuck ? (
        <p className="empty">{words.no_walking}</p>
      ) : (
        guide.walks.length < guide_limits.walks && (
          <TryIt
            key={again}
            guide={guide}
            keeps={again === undefined ? words.keep_walk : words.keep_walk_again(again + 1)}
            keep={keep}
            arriving={again !== undefined}
          />
        )
      )}
      {guide.walks.map((each, place) => (
        <Ruled key={place} legend={words.walk(place + 1)}>
          <InBoth
            label={words.walk(place + 1)}
            value={each.name}
            change={name => put(guide.walks.map((other, at) => (at === place ? { ...other, name } : other)))}
          />
          {!stuck && <Ends guide={guide} walked={each} />}
          <p className="adding">
            {!stuck && (
              <Button small aria-label={words.walk_again_what(place + 1)} onClick={() => setAgain(place)}>
                {words.walk_again}
              </Button>
            )}
            <Button
              small
              look="bare"
              aria-label={words.remove_what(words.walk(place + 1))}
              onClick={() => put(guide.walks.filter((_, at) => at !== place))}
            >
              {words.remove}
            </Button>
          </p>
        </Ruled>
      ))}
    </>
  );
}

function Ends({ guide, walked }: { guide: Guide; walked: Walk }) {
  const words = useGuideWords().edit;
  const [lang] = useLang();
  const strays = strayingOf(guide, walked);
  return (
    <p className={strays ? 'error' : 'quiet t-13'}>
      <Icon name={strays ? 'warning' : 'check'} />{' '}
      {strays?.[lang] ?? words.walk_holds(walked.answers.length, calledAt(guide, walked.outcome)[lang])}
    </p>
  );
}
