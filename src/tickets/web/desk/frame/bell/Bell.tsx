import { Opener } from '#ui/floating/Opener.tsx';
import { soon } from '#ui/floating/soon.tsx';
import { Icon } from '#ui/ui.ts';
import { useFrameWords } from '../words/use-words.ts';
import './bell.css';
import { useNotices } from './notices.ts';

const most = 99;
const Inside = soon(async () => (await import('./Inside.tsx')).Inside);

/** How much concerns me that I have not read, and behind it what. */
export function Bell() {
  const words = useFrameWords().bell;
  const unread = useNotices().data?.pages[0]?.unread ?? 0;
  return (
    <Opener
      opens="dialog"
      label={words.title}
      name={words.label(unread)}
      className="button bare bell"
      floating="bell-popover"
      floats={close => <Inside onOpened={close} />}
    >
      <Icon name="bell" />
      {unread > 0 && <span className="bell-count">{unread > most ? `${most}+` : unread}</span>}
    </Opener>
  );
}
