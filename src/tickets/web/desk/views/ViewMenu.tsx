import { useState } from 'react';
import type { View } from '#tickets/rules/lists/view.ts';
import { Opener } from '#ui/floating/Opener.tsx';
import { Lines } from '#ui/floating/parts.ts';
import { Icon } from '#ui/ui.ts';
import type { Query } from '../filters.ts';
import { useListWords } from '../list/words/use-words.ts';
import { useKeeping } from './keeping.ts';
import { soon } from '#ui/floating/soon.tsx';

const ViewSheet = soon(async () => (await import('./ViewSheet.tsx')).ViewSheet);

interface ViewMenuProps {
  view: View;
  /** What the list shows now, when that is another thing than the view keeps. */
  shown: Query | undefined;
}

/** What one may do with a stored view. */
export function ViewMenu({ view, shown }: ViewMenuProps) {
  const words = useListWords().views;
  const keep = useKeeping();
  const [renaming, setRenaming] = useState(false);
  const deeds: Record<string, { name: string; run: () => void }> = {
    rename: { name: words.rename, run: () => setRenaming(true) },
    ...(view.can.share && {
      share: {
        name: view.shared ? words.unshare : words.share,
        run: () => void keep.share(view, !view.shared),
      },
    }),
    ...(shown && { update: { name: words.update, run: () => void keep.update(view, shown) } }),
    delete: { name: words.delete, run: () => void keep.remove(view) },
  };
  return (
    <>
      <Opener
        opens="menu"
        label={words.menu(view.name)}
        name={words.menu(view.name)}
        className="view-menu"
        placement="bottom end"
        floats={close => (
          <Lines
            label={words.menu(view.name)}
            parts={[
              {
                options: Object.entries(deeds).map(([id, { name }]) => ({ id, name })),
                onPick: id => setTimeout(() => deeds[id]?.run()),
              },
            ]}
            onClose={close}
          />
        )}
      >
        <Icon name="more" />
      </Opener>
      {renaming && <ViewSheet view={view} onClose={() => setRenaming(false)} />}
    </>
  );
}
