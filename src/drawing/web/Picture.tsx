import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { Drawn } from '#drawing/rules/drawn.ts';
import { boxesOf, next } from '#drawing/rules/reading.ts';
import './chart.css';
import { useView } from './use-view.ts';
import { useChartWords } from './words/use-words.ts';
import { Zoom } from './Zoom.tsx';

interface PictureProps {
  drawn: Drawn;
  chosen: string | undefined;
  asked: number;
  goTo: (id: string) => void;
  marks: { here: string | undefined; found: readonly string[] };
}

/** The drawn chart. Its boxes are the server's shapes; here they get names to be read out, keys, and marks. */
export function Picture({ drawn, chosen, asked, goTo, marks }: PictureProps) {
  const words = useChartWords();
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const trail = useRef<string[]>([]);
  const view = useView(frame, picture, drawn);
  const boxOf = (id: string) => picture.current?.querySelector<SVGGElement>(`g[id="${CSS.escape(id)}"]`);

  useLayoutEffect(() => {
    for (const box of boxesIn(picture.current)) {
      // No button: of what stands outside of the window its name would have more than is seen.
      box.setAttribute('role', 'group');
      // As it is seen, its lines put together.
      box.setAttribute('aria-label', box.textContent.replaceAll(/\s+/g, ' ').trim());
    }
  }, [drawn]);
  useLayoutEffect(() => {
    const first = boxesOf(drawn)[0]?.id;
    for (const box of boxesIn(picture.current)) {
      box.setAttribute('tabindex', box.id === (chosen ?? first) ? '0' : '-1');
      box.setAttribute('aria-current', String(box.id === chosen));
      box.classList.toggle('chosen', box.id === chosen);
      box.classList.toggle('here', box.id === marks.here);
      box.classList.toggle('found', marks.found.includes(box.id));
    }
  });
  useEffect(() => {
    const box = chosen === undefined ? undefined : boxOf(chosen)?.getBBox();
    if (box) view.show(box);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when it is asked for, not with every drawing
  }, [chosen, asked]);

  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as Element).closest('g[id]')?.id;
    if (from === undefined) return view.onKey(event);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return goTo(from);
    }
    const to = next(drawn, from, { key: event.key, trail: trail.current });
    if (to === undefined) return view.onKey(event);
    event.preventDefault();
    if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') trail.current.pop();
    else trail.current.push(from);
    goTo(to);
    boxOf(to)?.focus({ preventScroll: true });
  };
  const onClick = ({ target }: MouseEvent) => {
    if (view.wasDragged()) return;
    const [link, box] = [(target as Element).closest('[data-to]'), (target as Element).closest('g[id]')];
    const to = link?.getAttribute('data-to') ?? box?.id;
    if (to) goTo(to);
  };

  return (
    <div className="chart-frame">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is moved in it by hand is moved by keys too */}
      <div
        ref={frame}
        className="chart-window"
        role="group"
        aria-label={words.chart(drawn.title)}
        aria-describedby="chart-keys"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as a part that scrolls
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <svg
          ref={picture}
          xmlns="http://www.w3.org/2000/svg"
          // The server has drawn it, from its own data and with every text escaped.
          dangerouslySetInnerHTML={{ __html: drawn.svg }}
        />
      </div>
      <Zoom zoom={view.zoom} begin={view.begin} />
      <p id="chart-keys" className="quiet t-13 no-print">
        {words.keys}
      </p>
    </div>
  );
}

const boxesIn = (picture: SVGSVGElement | null) => picture?.querySelectorAll<SVGGElement>('g[id]') ?? [];
