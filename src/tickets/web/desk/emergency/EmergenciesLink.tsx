import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useLive, toast } from '#ui/ui.ts';
import { askEmergencies, emergencies_key, useEmergenciesWords } from './asking.ts';
import './emergencies.css';

/** In the navigation of who deals with them: how many emergencies wait. A new one is told on every page. */
export function EmergenciesLink() {
  const words = useEmergenciesWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(askEmergencies());
  useLive(({ kind }) => {
    if (kind.startsWith('emergency')) void client.invalidateQueries({ queryKey: emergencies_key });
  });
  const newest = useRef<number>(undefined);
  useEffect(() => {
    if (!data) return;
    const last = data.items.reduce((one, other) => (other.id > one.id ? other : one), data.items[0]!);
    const in_sight = location.pathname === '/desk/emergencies';
    if (last && newest.current !== undefined && last.id > newest.current && !in_sight)
      toast({
        text: words.arrived(last.caller),
        action: { label: words.look, run: () => void navigate({ to: '/desk/emergencies' }) },
      });
    newest.current = Math.max(newest.current ?? 0, last?.id ?? 0);
  }, [data, navigate, words]);
  return (
    <ul className="nav-emergencies">
      <li>
        <Link
          to="/desk/emergencies"
          activeProps={{ 'aria-current': 'page' }}
          data-waiting={Boolean(data?.waiting) || undefined}
        >
          <span>{words.title}</span>
          <b>{data?.waiting || ''}</b>
        </Link>
      </li>
    </ul>
  );
}
