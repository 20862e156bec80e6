import { useState } from 'react';
import { csvOf } from '#platform/text/csv.ts';
import { Drawing, Swatch } from '#ui/charts/Drawing.tsx';
import { savePng, saveText } from '#ui/charts/saving.ts';
import { svgText } from '#ui/charts/svg.ts';
import { Opener } from '#ui/floating/Opener.tsx';
import { Lines } from '#ui/floating/parts.ts';
import { Button, Icon, toast } from '#ui/ui.ts';
import { useDashboardWords } from '../asking.ts';
import { cellsOf, type Figure, type Linked } from './figures.ts';

interface PictureProps {
  figure: Figure;
  /** Which tickets, and when: stands under the title of what is saved. */
  under: string;
  /** Over both columns, or beside two others. */
  shape?: 'wide' | 'tall';
  onFollow: (href: string) => void;
}

/** How wide a picture is saved, and how large its letters are then. */
const saved = { width: 880, text: 14 };

/** One picture: drawn or as a table, and to be saved. */
export function Picture({ figure, under, shape, onFollow }: PictureProps) {
  const words = useDashboardWords();
  const [table, setTable] = useState(false);
  const { title, note, also, legend } = figure;
  return (
    <section className={`picture ${shape ?? ''}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {!figure.empty && (
          <span className="deeds no-print">
            <Button
              small
              look="bare"
              aria-label={table ? words.as_picture(title) : words.as_table(title)}
              onClick={() => setTable(!table)}
            >
              {table ? words.picture : words.table}
            </Button>
            <SaveMenu figure={figure} under={under} />
          </span>
        )}
      </header>
      {legend && !figure.empty && (
        <ul className="legend">
          {legend.map(({ fill, name, of }) => (
            <li key={fill}>
              <Swatch fill={fill} />
              <Number of={of} name={name} onFollow={onFollow} />
            </li>
          ))}
        </ul>
      )}
      {figure.empty ? (
        <p className="quiet nothing">{words.nothing}</p>
      ) : table ? (
        <Table figure={figure} onFollow={onFollow} />
      ) : (
        <Drawing label={title} draw={figure.draw} onFollow={onFollow} />
      )}
      {(note || also) && (
        <p className="quiet t-12">
          {note} {also && <Number {...also} onFollow={onFollow} />}
        </p>
      )}
    </section>
  );
}

/** A number that leads to its list, said with what it is of. */
export function Number({
  of: { count, href, words },
  name,
  onFollow,
}: {
  of: Linked;
  name?: string;
  onFollow: (href: string) => void;
}) {
  const said = (
    <>
      {name && <span>{name}</span>} <b>{words ?? count.toLocaleString(document.documentElement.lang)}</b>
    </>
  );
  if (href === undefined) return <span>{said}</span>;
  return (
    <a
      href={href}
      onClick={event => {
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onFollow(href);
      }}
    >
      {said}
    </a>
  );
}

function Table({ figure, onFollow }: { figure: Figure; onFollow: (href: string) => void }) {
  return (
    <div className="table-scroll">
      <table className="work-table">
        <thead>
          <tr>
            {figure.heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figure.rows.map(({ name, counts }, at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              {counts.map((of, column) => (
                <td key={column}>
                  {of.count === 0 && !of.words ? 0 : <Number of={of} onFollow={onFollow} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SaveMenu({ figure, under }: { figure: Figure; under: string }) {
  const words = useDashboardWords();
  const { title, legend } = figure;
  const name = `${title} – ${under}`.replaceAll(/[\\/:*?"<>|]/g, ' ');
  const svg = () => svgText(figure.draw(saved), { title, under, ...(legend && { legend }) });
  const save: Record<string, () => void> = {
    png: () => void savePng(`${name}.png`, svg()).catch(() => toast({ text: words.no_picture })),
    svg: () => saveText(`${name}.svg`, 'image/svg+xml', svg()),
    csv: () => saveText(`${name}.csv`, 'text/csv', csvOf(cellsOf(figure))),
  };
  return (
    <Opener
      opens="menu"
      label={words.save_what(title)}
      name={words.save_what(title)}
      className="button bare only-icon small"
      placement="bottom end"
      floats={close => (
        <Lines
          label={words.save_what(title)}
          parts={[
            {
              options: (['png', 'svg', 'csv'] as const).map(id => ({ id, name: words.save_as[id] })),
              onPick: id => save[id]?.(),
            },
          ]}
          onClose={close}
        />
      )}
    >
      <Icon name="save" />
    </Opener>
  );
}
