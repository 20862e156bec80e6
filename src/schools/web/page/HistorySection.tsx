import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, NotYet, Time } from '#ui/ui.ts';
import { askSchoolStory, useSchoolPageWords } from './asking.ts';
import { Changes } from './Changes.tsx';
import type { SectionProps } from './FactsSections.tsx';
import { PageSection } from './PageSection.tsx';

const at_first = 8;

/** What happened with the school itself, newest first. */
export function HistorySection({ school }: SectionProps) {
  const words = useSchoolPageWords().history;
  const asked = useQuery(askSchoolStory(school.id));
  const [all, setAll] = useState(false);
  const lines = asked.data ?? [];
  return (
    <PageSection id="history" school={school}>
      <NotYet asked={asked} lines={3} />
      {asked.data?.length === 0 && <p className="quiet">{words.none}</p>}
      <ol className="school-story">
        {(all ? lines : lines.slice(0, at_first)).map(({ position, at, words: said, changes }) => (
          <li key={position}>
            <p>
              {said}{' '}
              <span className="quiet t-13">
                <Time moment={at} />
              </span>
            </p>
            {changes.length > 0 && <Changes changes={changes} />}
          </li>
        ))}
      </ol>
      {!all && lines.length > at_first && (
        <div className="deeds">
          <Button look="bare" onClick={() => setAll(true)}>
            {words.all(lines.length)}
          </Button>
        </div>
      )}
    </PageSection>
  );
}
