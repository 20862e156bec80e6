import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import './filters.css';

interface FiltersProps<Search extends object> {
  search: Search;
  /** Puts another choice into the address. */
  go: (search: Search) => void;
  words: { title: string; clear: string };
  className?: string;
  children: ReactNode;
}

/** What narrows a list: each choice is in the address at once, and one press takes all of them out of it. */
export function Filters<Search extends object>(props: FiltersProps<Search>) {
  const { search, go, words, className = 'filters', children } = props;
  return (
    <fieldset className={className}>
      <legend className="sr">{words.title}</legend>
      {children}
      {Object.values(search).some(Boolean) && (
        <Button look="bare" onClick={() => go({} as Search)}>
          {words.clear}
        </Button>
      )}
    </fieldset>
  );
}

/** What makes a field show one choice of the address and change it; the usual one is not in the address. */
export const chosenIn =
  <Search extends object>(search: Search, go: (search: Search) => void) =>
  (name: keyof Search & string, usual = '') => ({
    value: (search[name] as string | undefined) ?? usual,
    onChange: ({ target }: { target: { value: string } }) =>
      go({ ...search, [name]: target.value === usual ? undefined : target.value }),
  });
