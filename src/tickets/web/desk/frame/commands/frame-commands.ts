import { useNavigate } from '@tanstack/react-router';
import { signOut, useSession } from '#accounts/web/accounts.tsx';
import { openPalette } from '../palette/open.ts';
import { useKeys } from '../use-keys.ts';
import { useFrameWords } from '../words/use-words.ts';
import { useCommands, type Command } from './commands.ts';

/** What can be done anywhere: a new ticket, the ways to go, the sheet of keys. */
export function useFrameCommands(onKeys: () => void): void {
  const words = useFrameWords();
  const navigate = useNavigate();
  const { can, person } = useSession();
  useKeys({
    '?': onKeys,
    ...(can.open_tickets && { c: () => void navigate({ to: '/desk/new', search: true }) }),
  });
  const go = (id: string, name: string, run: () => void, keys?: string[]): Command => ({
    id,
    name,
    run,
    where: 'anywhere',
    group: 'command',
    ...(keys && { keys }),
  });
  const { does, palette } = words;
  useCommands([
    go(
      'to_mine',
      does.to_mine,
      () => void navigate({ to: '/desk', search: { assignee: 'me', snoozed: 'none' } }),
      ['g', 'i'],
    ),
    go('to_views', does.to_views, () => openPalette('view'), ['g', 'v']),
    go('to_tasks', palette.pages.tasks, () => void navigate({ to: '/desk/tasks' })),
    go('to_configuration', palette.pages.configuration, () => void navigate({ to: '/desk/configuration' })),
    go(
      'to_exceptions',
      palette.pages.exceptions,
      () => void navigate({ to: '/desk/exceptions', search: {} }),
    ),
    go('to_checks', palette.pages.checks, () => void navigate({ to: '/desk/checks', search: {} })),
    go('to_schools', does.to_schools, () => void navigate({ to: '/desk/schools' }), ['g', 's']),
    go('to_dashboard', does.to_dashboard, () => void navigate({ to: '/desk/dashboard' }), ['g', 'd']),
    go('to_forum', does.to_forum, () => void navigate({ to: '/desk/forum', search: {} }), ['g', 'f']),
    go(
      'to_words',
      palette.pages.words,
      () => void navigate({ to: '/desk/answers/$id', params: { id: 'words' }, search: {} }),
    ),
    go('to_exports', does.to_exports, () => void navigate({ to: '/desk/exports' })),
    ...(can.open_tickets
      ? [
          go(
            'hand_over',
            palette.hand_over,
            () => void navigate({ to: '/desk/settings/absences', search: { hand_over: String(person.id) } }),
          ),
          go(
            'new_configuration',
            palette.new_configuration,
            () => void navigate({ to: '/desk/configuration/new' }),
          ),
        ]
      : []),
    ...(can.administer
      ? [
          go('to_people', palette.pages.people, () => void navigate({ to: '/desk/people' })),
          go('to_sign_on', palette.pages.sign_on, () => void navigate({ to: '/desk/settings/sign-on' })),
        ]
      : []),
    go('to_tokens', palette.pages.tokens, () => void navigate({ to: '/desk/tokens' })),
    ...(can.see_rights
      ? [go('to_rights', palette.pages.rights, () => void navigate({ to: '/desk/rights', search: {} }))]
      : []),
    ...(can.read_audit
      ? [go('to_audit', palette.pages.audit, () => void navigate({ to: '/desk/audit' }))]
      : []),
    go('sign_out', palette.sign_out, () => void signOut()),
  ]);
}
