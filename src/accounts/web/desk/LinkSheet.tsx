import type { MadeLink } from '#accounts/rules/links.ts';
import { copyText } from '#ui/copy.ts';
import { Sheet } from '#ui/floating/parts.ts';
import { Button, toast } from '#ui/ui.ts';
import { usePeopleWords } from './accounts.ts';
import './link-sheet.css';

/** A one-time link, this once: to be copied, or printed and handed over. */
export function LinkSheet({ link, onClose }: { link: MadeLink; onClose: () => void }) {
  const words = usePeopleWords().people;
  const address = location.origin + link.path;
  const copy = async () => toast({ text: (await copyText(address)) ? words.copied : words.copy_failed });
  return (
    <Sheet title={words.link_for(link.name)} firm onClose={onClose}>
      <div className="sheet-form one-time-link">
        <p className="no-print">{words.link_says}</p>
        <code>{address}</code>
        <p>
          {words.link_once} {link.expires.words}.
        </p>
        <div className="go no-print">
          <Button look="bare" onClick={() => print()}>
            {words.print}
          </Button>
          <Button icon="link" onClick={() => void copy()}>
            {words.copy}
          </Button>
          <Button look="main" onClick={onClose}>
            {words.done}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
