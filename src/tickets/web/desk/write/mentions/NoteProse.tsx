import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { mentionPlaces } from '#tickets/rules/mentions.ts';
import { Prose } from '#ui/ui.ts';
import './mentions.css';

/** A note's text, with the people whom it mentions marked. */
export function NoteProse({ html }: { html: string }) {
  const mentions = html.includes('@');
  const agents = useQuery({ ...askAgents(), enabled: mentions }).data;
  const marked = useMemo(
    () => (mentions && agents ? withMarks(html, agents) : html),
    [html, mentions, agents],
  );
  return <Prose html={marked} />;
}

/** Marks names in the texts of what the server made: what was text stays text, and nothing else is added. */
function withMarks(html: string, people: readonly { id: number; name: string }[]): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts)
    if (!text.parentElement?.closest('code, pre, a'))
      // From the end, so that the places before stay where they are.
      for (const { from, to } of [...mentionPlaces(text.data, people)].reverse()) {
        const name = text.splitText(from);
        name.splitText(to - from);
        const mark = document.createElement('span');
        mark.className = 'mention';
        name.replaceWith(mark);
        mark.append(name);
      }
  return body.innerHTML;
}
