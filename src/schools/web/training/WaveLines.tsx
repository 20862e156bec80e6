import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Wave } from '#schools/rules/wave.ts';
import { Button } from '#ui/ui.ts';
import { WaveOnSheet } from '../facts/WaveOnSheet.tsx';
import { useSchoolsLive } from '../use-schools-live.ts';
import { askWaves } from '../waves/asking.ts';
import { useTrainingWords } from './asking.ts';

/** The waves, each to be moved into Stage 1 after a look at which of its schools lack what. */
export function WaveLines() {
  const words = useTrainingWords();
  const { data } = useQuery(askWaves());
  const [moving, setMoving] = useState<Wave>();
  useSchoolsLive();
  if (!data) return null;
  return (
    <section>
      <h2>{words.waves}</h2>
      {data.items.length === 0 && <p className="quiet t-13">{words.none_waves}</p>}
      {data.items.length > 0 && (
        <ul className="lines">
          {data.items.map(wave => (
            <li key={wave.id}>
              <span className="line-text">
                <span className="name">{wave.name}</span>{' '}
                <span className="quiet t-13">{words.wave_schools(wave.schools)}</span>
              </span>
              <Button small onClick={() => setMoving(wave)}>
                {words.move_on} <span className="sr">{wave.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {moving && (
        <WaveOnSheet
          wave={moving}
          day={moving.planned_for?.date ?? ''}
          onClose={() => setMoving(undefined)}
        />
      )}
    </section>
  );
}
