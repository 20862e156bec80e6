import { day_off_kinds, day_off_names } from '#schools/rules/day-off-kinds.ts';
import { CalendarEditor } from '#ui/calendar/CalendarEditor.tsx';
import { useLang } from '#ui/ui.ts';

/** A school's calendar: read by its people and the desk, kept by the coordinator and the school's lead. */
export function SchoolDays({ school }: { school: number }) {
  const [lang] = useLang();
  const path = `/api/schools/${school}`;
  const kinds = day_off_kinds.map(id => ({ id, name: day_off_names[id][lang] }));
  return (
    <CalendarEditor
      of={{ calendar: `${path}/calendar`, days: `${path}/days-off`, kinds, heard: 'school_days' }}
    />
  );
}
