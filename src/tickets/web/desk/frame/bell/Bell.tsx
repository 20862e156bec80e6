import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button as PressButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import '#ui/floating/floating.css';
import '#ui/floating/no-inline-style.ts';
import { Icon } from '#ui/ui.ts';
import { useFrameWords } from '../words/use-words.ts';
import './bell.css';
import { Choices } from './Choices.tsx';
import { NoticeList } from './NoticeList.tsx';
import { askNotices } from './notices.ts';

const most = 99;

/** How much concerns me that I have not read, and behind it what. */
export function Bell() {
  const words = useFrameWords().bell;
  const [open, setOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const unread = useInfiniteQuery(askNotices()).data?.pages[0]?.unread ?? 0;
  return (
    <DialogTrigger
      isOpen={open}
      onOpenChange={now => {
        setOpen(now);
        setChoosing(false);
      }}
    >
      <PressButton className="button bare bell" aria-label={words.label(unread)}>
        <Icon name="bell" />
        {unread > 0 && <span className="bell-count">{unread > most ? `${most}+` : unread}</span>}
      </PressButton>
      <Popover className="floating bell-popover" placement="bottom start" offset={4}>
        <Dialog className="bell-dialog" aria-label={words.title}>
          {choosing ? (
            <Choices onBack={() => setChoosing(false)} />
          ) : (
            <NoticeList onOpened={() => setOpen(false)} onChoose={() => setChoosing(true)} />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
