import type { Signed } from '#forum/rules/topic.ts';
import type { Moment } from '#platform/schemas.ts';
import { Face, Time } from '#ui/ui.ts';
import { useForumWords } from '../words.ts';

/** As whom somebody is read: the person where she is named, else her school. */
export const nameOf = ({ name, school }: Pick<Signed, 'name' | 'school'>): string => name ?? school ?? '';

interface SignatureProps {
  by: Signed;
  at: Moment;
  edited?: Moment | null;
}

/** Who wrote it and when; for the desk also who it was. */
export function Signature({ by, at, edited }: SignatureProps) {
  const words = useForumWords();
  const really = by.igroup || by.name ? undefined : by.person?.name;
  return (
    <p className="signature t-14">
      <Face name={nameOf(by)} ours={by.igroup} />
      <span className="name">{nameOf(by)}</span>
      {by.name && by.school && <span className="second">{by.school}</span>}
      {by.igroup && <span className="tag igroup">{words.igroup}</span>}
      {by.mine && <span className="tag">{words.you}</span>}
      {really && <span className="quiet">({really})</span>}
      <span className="quiet">
        <Time moment={at} />
        {edited && (
          <>
            {' · '}
            {words.edited} <Time moment={edited} />
          </>
        )}
      </span>
    </p>
  );
}
