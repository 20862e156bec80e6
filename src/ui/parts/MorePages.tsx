import { Button } from './Button.tsx';

interface MorePagesProps {
  asked: { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => unknown };
  children: string;
}

/** Asks for the next page of what is shown, while there is one. */
export const MorePages = ({ asked, children }: MorePagesProps) =>
  asked.hasNextPage ? (
    <div className="deeds">
      <Button disabled={asked.isFetching} onClick={() => void asked.fetchNextPage()}>
        {children}
      </Button>
    </div>
  ) : null;
