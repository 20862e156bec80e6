import { useId, useLayoutEffect, useRef, useState } from 'react';
import './drawing.css';
import type { Mark, Scene } from './scene.ts';
import { patterns } from './svg.ts';

/** How wide a picture may be and how large its letters are, in pixels. */
export interface Size {
  width: number;
  text: number;
}

interface DrawingProps {
  /** What it is a picture of, for those who hear the page. */
  label: string;
  draw: (size: Size) => Scene;
  /** A link was pressed that this page can follow by itself. */
  onFollow: (href: string) => void;
}

const letters = 13 / 16;

/** A scene in the page's own colours, as wide as its place; its numbers are links. */
export function Drawing({ label, draw, onFollow }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>();
  const id = useId();
  useLayoutEffect(() => {
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const width = Math.floor(place.current!.clientWidth);
      setSize(before =>
        before?.width === width && before.text === rem * letters ? before : { width, text: rem * letters },
      );
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(place.current!);
    return () => watching.disconnect();
  }, []);
  const scene = size && size.width > 0 ? draw(size) : undefined;
  return (
    <div ref={place} className="drawing">
      {scene && (
        <svg
          role="group"
          aria-label={label}
          width={scene.width}
          height={scene.height}
          viewBox={`0 0 ${scene.width} ${scene.height}`}
          fontSize={scene.text}
        >
          <Patterns id={id} />
          {scene.marks.map((mark, at) => (
            <Shape key={at} mark={mark} id={id} onFollow={onFollow} />
          ))}
        </svg>
      )}
    </div>
  );
}

/** How the second and the third are told from the first without a colour. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {Object.entries(patterns).map(([name, { size, path, width }]) => (
        <pattern key={name} id={id + name} width={size} height={size} patternUnits="userSpaceOnUse">
          <path d={path} strokeWidth={width} strokeLinecap="round" fill="none" className="stroke-first" />
        </pattern>
      ))}
    </defs>
  );
}

/** What a part of a bar looks like, beside its name. */
export function Swatch({ fill }: { fill: 'first' | 'second' | 'third' }) {
  const id = useId();
  return (
    <svg className="swatch" width="14" height="14" aria-hidden="true">
      <Patterns id={id} />
      <Shape
        mark={{ kind: 'box', x: 0.5, y: 0.5, width: 13, height: 13, paint: fill }}
        id={id}
        onFollow={() => undefined}
      />
    </svg>
  );
}

type ShapeProps = { mark: Mark; id: string; onFollow: DrawingProps['onFollow'] };

function Shape({ mark, id, onFollow }: ShapeProps) {
  if (mark.kind === 'text')
    return (
      <text x={mark.x} y={mark.y} textAnchor={mark.anchor} className={`fill-${mark.paint}`}>
        {mark.text}
      </text>
    );
  if (mark.kind === 'line')
    return <line x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} className="stroke-line" />;
  if (mark.kind === 'box') {
    const { x, y, width, height, paint } = mark;
    const patterned = paint === 'second' || paint === 'third';
    return (
      <rect
        {...{ x, y, width, height }}
        className={patterned ? 'stroke-first' : `fill-${paint}`}
        {...(patterned && { fill: `url(#${id}${paint})` })}
      />
    );
  }
  const { x, y, width, height } = mark.at;
  return (
    <a
      href={mark.href}
      aria-label={mark.label}
      onClick={event => {
        // A new tab or window is the browser's.
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onFollow(mark.href);
      }}
    >
      <title>{mark.label}</title>
      <rect {...{ x, y, width, height }} className="hit" />
      {mark.marks.map((inner, at) => (
        <Shape key={at} mark={inner} id={id} onFollow={onFollow} />
      ))}
    </a>
  );
}
