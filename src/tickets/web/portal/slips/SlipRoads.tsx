import { encode } from 'uqr';
import { useSession } from '#accounts/web/accounts.tsx';
import { copyText } from '#ui/copy.ts';
import { Button, toast } from '#ui/ui.ts';
import { telOf } from '#ui/tel.ts';
import { saidId } from '../../../rules/slips/names.ts';
import { paperOf } from '../../../rules/slips/paper.ts';
import { usePhone } from '../offline/use-phone.ts';
import type { Kept } from './kept.ts';
import { useSlipWords } from './words/use-words.ts';

/** As much as a telephone reads off a screen or a sheet at once. */
const most_letters = 700;

/** If the line stays away: the same ticket read out, photographed, typed into a message, or printed. */
export function SlipRoads({ slip }: { slip: Kept }) {
  const words = useSlipWords();
  const { person, school } = useSession();
  const phone = usePhone();
  const { category, impact, urgency } = slip.body as Record<string, string>;
  const about = { category: category!, impact: impact!, urgency: urgency!, subject: slip.subject };
  const paper = { ...about, id: slip.id, person, school: school!.code, written: slip.written };
  const message = paperOf({ ...paper, text: slip.text });
  const short = slip.text.length > most_letters;
  return (
    <section className="slip-roads" aria-labelledby="roads">
      <h2 id="roads">{words.roads}</h2>
      <p className="second no-print">{words.roads_lead}</p>
      <p>
        {phone && (
          <>
            {words.call} <a href={telOf(phone)}>{phone}</a>{' '}
          </>
        )}
        {words.read_out} <b className="slip-id">{saidId(slip.id)}</b>
      </p>
      <div className="pair">
        <figure>
          <Code
            label={words.qr_label}
            text={short ? paperOf({ ...paper, text: `${slip.text.slice(0, most_letters)} …` }) : message}
          />
          <figcaption className="second t-14">
            {words.qr} {short && words.qr_part}
          </figcaption>
        </figure>
        <div>
          <p className="no-print">{words.text}</p>
          <pre>{message}</pre>
          <p className="slip-deeds no-print">
            <Button
              small
              onClick={() => void copyText(message).then(done => done && toast({ text: words.copied }))}
            >
              {words.copy_text}
            </Button>
            <Button small icon="print" onClick={() => print()}>
              {words.print}
            </Button>
          </p>
        </div>
      </div>
    </section>
  );
}

/** Dark squares on white, whatever the colours of the page: that is what a camera looks for. */
function Code({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 3 });
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  return (
    <svg className="slip-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} className="ground" />
      <path d={squares.join('')} className="ink" shapeRendering="crispEdges" />
    </svg>
  );
}
