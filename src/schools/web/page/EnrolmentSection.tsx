import { drawHistogram } from '#ui/charts/columns.ts';
import { Drawing } from '#ui/charts/Drawing.tsx';
import { useLang } from '#ui/ui.ts';
import { numberIn } from '#ui/words/plural.ts';
import { useSchoolPageWords } from './asking.ts';
import { EnrolmentSheet } from './EnrolmentSheet.tsx';
import type { SectionProps } from './FactsSections.tsx';
import { PageSection } from './PageSection.tsx';

/** As many years as are drawn; the table has all. */
const drawn_years = 8;

/** Students by year: drawn, and as a table beside it. */
export function EnrolmentSection({ school }: SectionProps) {
  const words = useSchoolPageWords().enrolment;
  const [lang] = useLang();
  const { enrolments } = school;
  const number = numberIn(lang);
  const drawn = enrolments.slice(0, drawn_years).reverse();
  return (
    <PageSection id="enrolment" school={school} Sheet={EnrolmentSheet} lead={words.lead}>
      {enrolments.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <div className="enrolment">
          <Drawing
            label={words.picture}
            draw={size =>
              drawHistogram(
                drawn.map(({ year, fte }) => ({
                  name: String(year),
                  part: { count: fte, fill: 'first', label: words.of_year(year, number(fte)) },
                })),
                { ...size, tall: 96 },
              )
            }
            onFollow={() => undefined}
          />
          <table className="work-table">
            <thead>
              <tr>
                <th scope="col">{words.year}</th>
                <th scope="col" className="num">
                  {words.fte}
                </th>
                <th scope="col" className="num">
                  {words.difference}
                </th>
              </tr>
            </thead>
            <tbody>
              {enrolments.map(({ year, fte }) => {
                const before = enrolments.find(each => each.year === year - 1);
                return (
                  <tr key={year}>
                    <th scope="row">{year}</th>
                    <td className="num">{number(fte)}</td>
                    <td className="num">{before && signed(fte - before.fte, number)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </PageSection>
  );
}

const signed = (difference: number, number: (value: number) => string) => {
  const rounded = Math.round(difference * 10_000) / 10_000;
  return rounded === 0 ? '0' : `${rounded > 0 ? '+' : '−'}${number(Math.abs(rounded))}`;
};
