import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { View } from '#tickets/rules/lists/view.ts';
import { Icon } from '#ui/ui.ts';
import type { Query } from '../filters.ts';
import { useListWords } from '../list/words/use-words.ts';
import { useKeeping } from './keeping.ts';
import { ViewSheet } from './ViewSheet.tsx';

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
      <MenuTrigger>
        <Button className="view-menu" aria-label={words.menu(view.name)}>
          <Icon name="more" />
        </Button>
        <Popover className="floating" placement="bottom end">
          <Menu className="options plain" onAction={id => setTimeout(() => deeds[id]?.run())}>
            {Object.entries(deeds).map(([id, { name }]) => (
              <MenuItem key={id} id={id} className="option" textValue={name}>
                {name}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {renaming && <ViewSheet view={view} onClose={() => setRenaming(false)} />}
    </>
  );
}
