import type { OtherSchool } from '#accounts/rules/keys/key.ts';
import type { OtherSchools } from '#accounts/rules/several.ts';
import { Link } from '#ui/route/router.tsx';
import { api, attempt, buttonClass } from '#ui/ui.ts';
import { SchoolLines } from './SchoolLines.tsx';
import { useSeveralWords } from './words.ts';

interface OtherSchoolsPartProps {
  schools: readonly OtherSchool[];
  onChanged: (schools: OtherSchool[]) => void;
}

/** On one's own account page: where else one works, and how to say so. */
export function OtherSchoolsPart({ schools, onChanged }: OtherSchoolsPartProps) {
  const words = useSeveralWords().other;
  const some = schools.length > 0;
  const end = ({ id, school }: OtherSchool) =>
    void attempt(
      async () => {
        onChanged((await api.delete<OtherSchools>(`/api/account/schools/${id}`)).items);
        return words.ended(school);
      },
      async () => undefined,
    );
  return (
    <section>
      <header>
        <div>
          <h2>{words.title}</h2>
          <p className="quiet t-13">{some ? words.lead : words.none}</p>
        </div>
        <Link className={buttonClass({})} to="/also-there">
          {words.say}
        </Link>
      </header>
      {some && <SchoolLines schools={schools} onEnd={end} />}
    </section>
  );
}
