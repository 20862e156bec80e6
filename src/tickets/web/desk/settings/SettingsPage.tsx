import { Link } from '@tanstack/react-router';
import { useSession } from '#accounts/web/accounts.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { laterWords } from '#ui/ui.ts';
import type { SettingsWords } from './words/en.ts';

const useSettingsWords = laterWords<SettingsWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

/** The parts that can be set, in the order of their use; each has a page of its own. */
const sections = [
  { id: 'group', to: '/desk/settings/group' },
  { id: 'set_up', to: '/desk/set-up', keeps: true },
  { id: 'macros', to: '/desk/settings/macros' },
  { id: 'tags', to: '/desk/settings/tags' },
  { id: 'fields', to: '/desk/settings/fields' },
  { id: 'templates', to: '/desk/settings/templates' },
  { id: 'checklists', to: '/desk/settings/checklists' },
  { id: 'teams', to: '/desk/settings/teams' },
  { id: 'absences', to: '/desk/settings/absences' },
  { id: 'guide', to: '/desk/guide' },
  { id: 'hand_back', to: '/desk/settings/hand-back' },
  { id: 'network', to: '/desk/network' },
  { id: 'how_fast', to: '/desk/settings/how-fast' },
  { id: 'sign_on', to: '/desk/settings/sign-on', administers: true },
] as const satisfies readonly {
  id: keyof SettingsWords['sections'];
  to: string;
  administers?: true;
  keeps?: true;
}[];

/** Where the desk's ways of working are set. */
export function SettingsPage() {
  const words = useSettingsWords();
  const { can } = useSession();
  return (
    <WorkPage title={words.title} lead={words.lead}>
      <ul className="lines">
        {sections
          .filter(section => can.administer || !('administers' in section))
          .filter(section => can.keep_schools || !('keeps' in section))
          .map(({ id, to }) => (
            <li key={id}>
              <span className="line-text">
                <Link to={to} className="name">
                  {words.sections[id].name}
                </Link>
                <br />
                <span className="quiet t-13">{words.sections[id].about}</span>
              </span>
            </li>
          ))}
      </ul>
    </WorkPage>
  );
}
