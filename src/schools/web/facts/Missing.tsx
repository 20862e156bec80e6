import type { StandingOfSchool } from '#schools/rules/facts/fact.ts';
import type { FactKind, Lacking } from '#schools/rules/facts/kinds.ts';
import { Button, Icon } from '#ui/ui.ts';
import { useFactWords } from './asking.ts';

/** Which of what is missing the desk records as a fact; the rest comes from people and trainings. */
const recorded: Partial<Record<Lacking, FactKind>> = {
  invited: 'invited',
  signed: 'signed',
  stage1: 'stage1',
  lifted: 'lifted',
};

/** What a school lacks and who supplies it; what keeps a door shut stands out. */
export function Missing({
  standing: { lacks, can },
  onRecord,
}: {
  standing: StandingOfSchool;
  onRecord: (kind: FactKind) => void;
}) {
  const words = useFactWords();
  if (lacks.length === 0) return <p className="quiet">{words.nothing_missing}</p>;
  return (
    <>
      <h3>{words.missing}</h3>
      <ul className="lines">
        {[...lacks]
          .sort((one, other) => Number(other.opens) - Number(one.opens))
          .map(({ what, by, opens }) => {
            const kind = recorded[what];
            return (
              <li key={what}>
                <span className="line-text">
                  <span className="name">{words.lacks[what]}</span>
                  <br />
                  <span className="quiet t-13">{words.suppliers[by]}</span>
                </span>
                {opens && (
                  <span className="shut t-13">
                    <Icon name="lock" /> {words.opens}
                  </span>
                )}
                {can.record && kind && (
                  <Button small onClick={() => onRecord(kind)}>
                    {kind === 'lifted' ? words.lift : words.record_this(words.kinds[kind])}
                  </Button>
                )}
              </li>
            );
          })}
      </ul>
    </>
  );
}
