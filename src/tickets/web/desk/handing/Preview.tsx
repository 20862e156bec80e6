import type { HandOverPreview, Share } from '#tickets/rules/handing/hand-over.ts';
import { useHandingWords } from './words.ts';

/** Who would get how many, in words, before anything is done. */
export function Preview({ preview }: { preview: HandOverPreview | undefined }) {
  const words = useHandingWords().over;
  const say = ({ person, team, count }: Share) =>
    person
      ? words.share(count, person.name)
      : team
        ? words.share_team(count, team.name)
        : words.share_nobody(count);
  return (
    <div className="preview" role="status">
      <p className="some-label">{words.preview}</p>
      {!preview && <p className="second">{words.first_choose}</p>}
      {preview?.count === 0 && <p>{words.none}</p>}
      {preview && preview.count > 0 && (
        <ul>
          {preview.shares.map(share => (
            <li key={say(share)}>
              <b className="name">{say(share)}</b>
              {share.person && share.away && (
                <span className="away"> {words.is(share.person.name, share.away)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {preview && preview.left > 0 && <p className="second">{words.left(preview.left)}</p>}
    </div>
  );
}
