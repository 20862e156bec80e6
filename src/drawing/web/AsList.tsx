import { Fragment } from 'react';
import type { Drawn } from '#drawing/rules/drawn.ts';
import { useChartWords } from './words/use-words.ts';

/** The whole chart in words: for ears, for narrow screens, and for whoever reads better so. */
export function AsList({ drawn: { parts } }: { drawn: Drawn }) {
  const words = useChartWords();
  return (
    <details className="chart-list">
      <summary>{words.as_list}</summary>
      {parts.map(({ name, boxes, panels }) => (
        <Fragment key={boxes[0]!.id}>
          {name && <h2>{name}</h2>}
          <ol>
            {boxes.map(({ id, number, lane, text, note, ways }) => (
              <li key={id} id={`in-words-${id}`} value={number}>
                <span className="quiet">{lane}:</span> {text} {note && <b>{note}</b>}
                {ways.length > 0 && (
                  <ul>
                    {ways.map(({ to, label, number: leads_to }) => (
                      <li key={`${to} ${label}`}>
                        {label && `${label}: `}
                        <a href={`#in-words-${to}`}>{words.go_to(leads_to)}</a>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
          {panels.map(({ id, title, items }) => (
            <Fragment key={id}>
              <h2>{title}</h2>
              <ul>
                {items.map(item => (
                  <li key={item.name}>
                    <b>{item.name}</b> {item.text}
                  </li>
                ))}
              </ul>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </details>
  );
}
