import {
  useEffect,
  useRef,
  useSyncExternalStore,
  type AnchorHTMLAttributes,
  type MouseEvent,
  type ReactNode,
} from 'react';

import { tabOf, useBrand } from '../brand.ts';

/** Where the person is, for pages without a framework's router: the address bar is the state. */
export interface Route {
  path: string;
  query: URLSearchParams;
}

const arrivals = new Set<() => void>();
let route = read();
/** Whether the page shown was reached from another page of this visit: then its heading takes the focus. */
let travelled = false;

function read(): Route {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

function arrive(): void {
  route = read();
  travelled = true;
  for (const arrival of arrivals) arrival();
}

addEventListener('popstate', arrive);

export function navigate(to: string, { replace = false } = {}): void {
  const from = route.path;
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  arrive();
  // Another page begins at its top; another filter of the same page stays where one looks.
  if (route.path !== from) scrollTo(0, 0);
}

export const useRoute = (): Route =>
  useSyncExternalStore(
    arrival => {
      arrivals.add(arrival);
      return () => arrivals.delete(arrival);
    },
    () => route,
  );

/** `match('/tickets/:number', '/tickets/42')` is `{ number: '42' }`; undefined where it doesn't fit. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/(.)\/$/, '$1').split('/');
  if (wanted.length !== given.length) return undefined;
  const found: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith(':')) found[part.slice(1)] = given[i]!;
    else if (part !== given[i]) return undefined;
  }
  return found;
}

type LinkProps = { to: string; children: ReactNode } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>;

/** A real link, so that it can be opened elsewhere; a plain click stays on the page. */
export function Link({ to, children, onClick, ...rest }: LinkProps) {
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    // The guide is an entry of its own: the browser goes there.
    if (event.defaultPrevented || elsewhere || to === '/guide') return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a {...rest} href={to} onClick={go}>
      {children}
    </a>
  );
}

interface PageHeadingProps {
  title: string;
  /** What the browser's tab says before the brand, when that is not the title. */
  tab?: string;
  /** Takes the focus in any case: a step of a page that keeps its address. */
  arriving?: boolean;
  children?: ReactNode;
}

/** The page's heading: names the tab, and is read out when the page is reached. */
export function PageHeading({ title, tab = title, arriving = false, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const brand = useBrand();
  useEffect(() => {
    document.title = tabOf(tab, brand);
  }, [tab, brand]);
  useEffect(() => {
    if (!travelled && !arriving) return;
    travelled = false;
    heading.current?.focus({ preventScroll: true });
  }, [arriving]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
