import { Suspense } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { PageHeading } from '#ui/route/router.tsx';
import { buttonClass, Icon, NotYet, Skeleton, useLang, withQuery } from '#ui/ui.ts';
import { NextTrainings, useNextTrainings } from './NextTrainings.tsx';
import { useSchoolTrainingWords } from './words.ts';

/** What a school's lead and security contact see of trainings: the next dates, and who of the school is trained. */
export function SchoolTrainingPage() {
  return (
    <Suspense fallback={<Skeleton lines={9} />}>
      <Page />
    </Suspense>
  );
}

function Page() {
  const words = useSchoolTrainingWords();
  const [lang] = useLang();
  const { school } = useSession();
  const { data, problem, put, reload } = useNextTrainings();
  return (
    <div className="page training-page">
      <PageHeading title={words.title} />
      <p className="second">{words.lead}</p>
      {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={9} words={words} />}
      {data && (
        <>
          <h2>{words.next}</h2>
          <NextTrainings answer={data} onAnswer={put} />
          <h2>{words.people}</h2>
          <ul className="sheet trained-people">
            {data.people.map(({ id, name, trained }) => (
              <li key={id}>
                <Icon name={trained ? 'check' : 'person'} />
                <span>
                  <b>{name}</b>{' '}
                  <span className="second t-14">{trained ? words.trained(trained) : words.not_trained}</span>
                </span>
                {trained && school && (
                  <a
                    className={buttonClass({ look: 'bare', small: true })}
                    href={withQuery(`/api/schools/${school.id}/people/${id}/certificate`, { lang })}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {words.certificate} <span className="sr">{name}</span>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
