-- What the iGroup has to do on a ticket, who of it follows one, and who has put one away for a while. All of it is the
-- desk's alone: a school has no right on any of these tables.

-- What belongs to a kind of ticket; `items` is [{"text": {"en", "fr"}, "required_before_solving"}] in their order.
create table checklists (
  id integer generated always as identity primary key,
  name text not null,
  categories text[] not null default '{}',
  items jsonb not null,
  created_by integer not null references people,
  created_at timestamptz not null,
  changed_by integer not null references people,
  changed_at timestamptz not null,
  removed_at timestamptz
);
create unique index checklists_by_name on checklists (lower(name)) where removed_at is null;

-- An item on a ticket: its own copy, so that a list that is changed changes nothing that was agreed. `list` is the name
-- that it came under, null for one that was added here; `added_by` null is the software.
create table checklist_items (
  id bigint generated always as identity primary key,
  ticket_number integer not null references tickets,
  checklist_id integer references checklists,
  list text,
  text jsonb not null,
  required_before_solving boolean not null default false,
  place integer not null,
  added_by integer references people,
  added_at timestamptz not null,
  ticked_by integer references people,
  ticked_at timestamptz,
  removed_at timestamptz,
  check ((ticked_by is null) = (ticked_at is null))
);
create index checklist_items_of_ticket on checklist_items (ticket_number) where removed_at is null;

create table tasks (
  id bigint generated always as identity primary key,
  ticket_number integer not null references tickets,
  text text not null,
  assignee_id integer not null references people,
  -- A day of the desk.
  due_on date,
  added_by integer not null references people,
  added_at timestamptz not null,
  done_by integer references people,
  done_at timestamptz,
  -- It was said that it is due; null again when the day is changed.
  told_due_at timestamptz,
  removed_at timestamptz,
  check ((done_by is null) = (done_at is null))
);
create index tasks_of_ticket on tasks (ticket_number) where removed_at is null;
create index tasks_open on tasks (assignee_id, due_on) where done_at is null and removed_at is null;
create index tasks_to_tell on tasks (due_on) where done_at is null and removed_at is null and told_due_at is null;

create table followers (
  id bigint generated always as identity primary key,
  ticket_number integer not null references tickets,
  person_id integer not null references people,
  added_by integer not null references people,
  added_at timestamptz not null,
  ended_at timestamptz,
  unique (ticket_number, person_id)
);
create index followed_by_person on followers (person_id, ticket_number) where ended_at is null;

-- Who has put a ticket away, until when (null: until the school answers). `back`: it came back by itself, and its
-- person has not looked since.
create table snoozes (
  id bigint generated always as identity primary key,
  ticket_number integer not null references tickets,
  person_id integer not null references people,
  until timestamptz,
  snoozed_at timestamptz not null,
  ended_at timestamptz,
  back boolean not null default false,
  unique (ticket_number, person_id),
  check (ended_at is not null or not back)
);
create index snoozed_by_person on snoozes (person_id, ticket_number) where ended_at is null;
create index back_to_person on snoozes (person_id) where back;
create index snoozes_to_end on snoozes (until) where ended_at is null;
create index snoozes_of_ticket on snoozes (ticket_number) where ended_at is null;

alter table checklists enable row level security;
alter table checklists force row level security;
alter table checklist_items enable row level security;
alter table checklist_items force row level security;
alter table tasks enable row level security;
alter table tasks force row level security;
alter table followers enable row level security;
alter table followers force row level security;
alter table snoozes enable row level security;
alter table snoozes force row level security;

grant select, insert, update on checklists, checklist_items, tasks, followers, snoozes to firstline_desk;
grant select on checklists, followers to firstline_software;
grant select, insert on checklist_items to firstline_software;
grant select, update on tasks, snoozes to firstline_software;
create policy everything on checklists to firstline_desk, firstline_software using (true) with check (true);
create policy everything on checklist_items to firstline_desk, firstline_software using (true) with check (true);
create policy everything on tasks to firstline_desk, firstline_software using (true) with check (true);
create policy everything on followers to firstline_desk, firstline_software using (true) with check (true);
create policy everything on snoozes to firstline_desk, firstline_software using (true) with check (true);

-- What happened before there were checklists and snoozes gives none and ends none.
insert into event_readers (name, position)
  select name, max(position) from events, unnest(array['checklists', 'waking']) name group by name having count(*) > 0;
