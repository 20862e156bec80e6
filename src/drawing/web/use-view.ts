import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Drawn } from '#drawing/rules/drawn.ts';
import { begun, moved, showing, zoomed, type View } from './view.ts';

const by_key: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const step = 0.12;
/** Less than this is a press, not a pull. */
const still_px = 4;

/**
 * Moves a picture in its frame by pointer, two fingers, wheel and keys. The wheel makes it larger only while the chart
 * has the focus, or with Ctrl: who scrolls past it goes on scrolling.
 */
export function useView(
  frame: RefObject<HTMLElement | null>,
  picture: RefObject<SVGSVGElement | null>,
  chart: Drawn,
) {
  const view = useRef<View>(undefined);
  const dragged = useRef(false);
  const put = (next: View) => {
    view.current = next;
    const { x, y, width, height } = next;
    picture.current?.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  };
  const begin = () => {
    const { width, height } = frame.current!.getBoundingClientRect();
    put(begun(chart, { width, height }));
  };
  const middle = ({ x, y, width, height }: View) => ({ x: x + width / 2, y: y + height / 2 });
  const zoom = (factor: number, about?: { x: number; y: number }) => {
    const from = view.current;
    if (from) put(zoomed(from, factor, about ?? middle(from), chart));
  };

  useEffect(() => {
    const box = frame.current!;
    begin();
    const watcher = new ResizeObserver(() => {
      const { width, height } = box.getBoundingClientRect();
      put({ ...view.current!, height: (view.current!.width * height) / width });
    });
    watcher.observe(box);
    const whole = () => picture.current?.setAttribute('viewBox', `0 0 ${chart.width} ${chart.height}`);
    const back = () => view.current && put(view.current);
    addEventListener('beforeprint', whole);
    addEventListener('afterprint', back);
    return () => {
      watcher.disconnect();
      removeEventListener('beforeprint', whole);
      removeEventListener('afterprint', back);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one chart, one frame
  }, [chart]);

  useEffect(() => {
    const box = frame.current!;
    const held = new Map<number, { x: number; y: number }>();
    const at = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const { left, top, width } = box.getBoundingClientRect();
      const { x, y, width: shown } = view.current!;
      return { x: x + ((clientX - left) * shown) / width, y: y + ((clientY - top) * shown) / width };
    };
    const apart = () => {
      const [one, other] = [...held.values()];
      return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
    };
    const down = (event: PointerEvent) => {
      held.set(event.pointerId, { x: event.clientX, y: event.clientY });
      dragged.current = false;
    };
    const move = (event: PointerEvent) => {
      const before = held.get(event.pointerId);
      if (!before || !view.current) return;
      const [x, y] = [event.clientX - before.x, event.clientY - before.y];
      if (!dragged.current && Math.hypot(x, y) < still_px) return;
      if (!dragged.current) box.setPointerCapture(event.pointerId);
      dragged.current = true;
      const distance = apart();
      const scale = view.current.width / box.getBoundingClientRect().width;
      held.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const part = held.size > 1 ? 0.5 : 1;
      put(moved(view.current, { x: -x * scale * part, y: -y * scale * part }, chart));
      if (distance > 0) zoom(apart() / distance, at(event));
    };
    const up = (event: PointerEvent) => held.delete(event.pointerId);
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !box.contains(document.activeElement)) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 400), at(event));
    };
    box.addEventListener('pointerdown', down);
    box.addEventListener('pointermove', move);
    box.addEventListener('pointerup', up);
    box.addEventListener('pointercancel', up);
    box.addEventListener('wheel', wheel, { passive: false });
    return () => {
      box.removeEventListener('pointerdown', down);
      box.removeEventListener('pointermove', move);
      box.removeEventListener('pointerup', up);
      box.removeEventListener('pointercancel', up);
      box.removeEventListener('wheel', wheel);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one chart, one frame
  }, [chart]);

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !view.current) return;
    const by = by_key[event.key];
    if (by) {
      const { width, height } = view.current;
      put(moved(view.current, { x: by.x * width * step, y: by.y * height * step }, chart));
    } else if (event.key === '+' || event.key === '=') zoom(1.25);
    else if (event.key === '-') zoom(0.8);
    else if (event.key === '0') begin();
    else return;
    event.preventDefault();
  };

  return {
    zoom,
    begin,
    onKey,
    show: (box: View) => view.current && put(showing(view.current, box, chart)),
    /** Whether what ends now was a pull. */
    wasDragged: () => dragged.current,
  };
}
