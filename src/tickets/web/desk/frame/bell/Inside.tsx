import { useState } from 'react';
import { Choices } from './Choices.tsx';
import { NoticeList } from './NoticeList.tsx';

/** What is behind the bell: what concerns me, and which kinds one is told of. */
export function Inside({ onOpened }: { onOpened: () => void }) {
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="bell-dialog">
      {choosing ? (
        <Choices onBack={() => setChoosing(false)} />
      ) : (
        <NoticeList onOpened={onOpened} onChoose={() => setChoosing(true)} />
      )}
    </div>
  );
}
