import type { StandingOfSchool } from '#schools/rules/facts/fact.ts';
import { buttonClass, Face, useLang, withQuery } from '#ui/ui.ts';
import { useFactWords } from './asking.ts';

/** The people who are there, since when each is trained, and her certificate. */
export function TrainedPeople({ school, people }: { school: number } & Pick<StandingOfSchool, 'people'>) {
  const words = useFactWords();
  const [lang] = useLang();
  if (people.length === 0) return null;
  return (
    <>
      <h3>{words.trained}</h3>
      <ul className="lines">
        {people.map(({ id, name, trained }) => (
          <li key={id}>
            <Face name={name} />
            <span className="line-text">
              <span className="name">{name}</span>{' '}
              <span className="quiet t-13">
                {trained ? words.trained_since(trained.words) : words.not_trained}
              </span>
            </span>
            {trained && (
              <a
                className={buttonClass({ look: 'bare', small: true })}
                href={withQuery(`/api/schools/${school}/people/${id}/certificate`, { lang })}
                target="_blank"
                rel="noreferrer"
                aria-label={words.certificate_of(name)}
              >
                {words.certificate}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
