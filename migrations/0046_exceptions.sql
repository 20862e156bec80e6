-- What the group takes on although it is the school's (S16, S18, S19): exceptions, and what is said of whose a matter is.

-- An exception that a school asks for, or one that stands for all schools (`standing` names it; the rules say its words).
create table exceptions (
  id integer generated always as identity primary key,
  -- Null: it stands for every school.
  school_id integer references schools,
  standing text unique,
  topic text not null check (topic in ('os', 'browser', 'network')),
  state text not null check (state in ('asked', 'allowed', 'refused', 'withdrawn', 'ended')),
  -- The ticket that it was asked on.
  ticket_number integer references tickets,
  -- In whose name, and who wrote it down.
  asked_for integer references people,
  asked_by integer references people,
  asked_at timestamptz,
  -- Why the school cannot do it; what is allowed and what not.
  why text,
  allowed text,
  decided_by integer references people,
  -- Days of the school's own zone, both included.
  since date,
  until date,
  ended_on date,
  -- The end of which the school and the desk were told: once for each end, whatever starts again.
  told_until date,
  -- When there was news of it for its school.
  told_at timestamptz not null,
  check ((standing is null) = (school_id is not null)),
  check ((standing is null) = (ticket_number is not null)),
  check (num_nulls(asked_for, asked_by, asked_at, why) = case when standing is null then 0 else 4 end),
  check (standing is null or state = 'allowed'),
  check (state not in ('allowed', 'ended') or since is not null),
  check (state not in ('allowed', 'ended') or standing is not null or num_nulls(allowed, decided_by, until) = 0),
  check (until is null or until >= since),
  check ((state = 'ended') = (ended_on is not null))
);
create index exceptions_of_school on exceptions (school_id, state, id);
create unique index one_exception_of_ticket on exceptions (ticket_number) where state in ('asked', 'allowed');
create index exceptions_of_ticket on exceptions (ticket_number) where ticket_number is not null;
create index exceptions_to_end on exceptions (until) where state = 'allowed' and until is not null;

-- What was done with an exception, and minutes that were spent on it beside its tickets.
create table exception_steps (
  id integer generated always as identity primary key,
  exception_id integer not null references exceptions,
  school_id integer not null references schools,
  step text not null check (step in ('ask', 'allow', 'refuse', 'withdraw', 'prolong', 'end', 'run_out', 'spend')),
  -- Null: time alone did.
  taken_by integer references people,
  taken_at timestamptz not null,
  reason text,
  until date,
  minutes integer check (minutes between 1 and 1440),
  check ((step = 'run_out') = (taken_by is null)),
  check ((step = 'spend') = (minutes is not null))
);
create index exception_steps_of on exception_steps (exception_id, id);
create trigger append_only before update or delete or truncate on exception_steps
  for each statement execute function refuse_rewriting();

-- The tickets whose minutes count for an exception; each for one.
create table exception_tickets (
  ticket_number integer primary key references tickets,
  exception_id integer not null references exceptions,
  school_id integer not null references schools,
  put_by integer not null references people,
  put_at timestamptz not null
);
create index exception_tickets_of on exception_tickets (exception_id);

-- When somebody of a school looked at its exceptions last.
create table exception_looks (
  person_id integer primary key references people,
  school_id integer not null references schools,
  looked_at timestamptz not null
);

-- The standing one (responsibility.json, ie_on_mac): the browser that its vendor does not make for that computer.
insert into exceptions (standing, topic, state, since, told_at)
  values ('ie_on_mac', 'browser', 'allowed', '2009-01-01', '2009-01-01 00:00+00');

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

do $$
declare
  name text;
begin
  foreach name in array array['exceptions', 'exception_steps', 'exception_tickets', 'exception_looks'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to firstline_desk, firstline_software, firstline_school', name);
    execute format('create policy everything on %I to firstline_desk, firstline_software using (true) with check (true)', name);
  end loop;
end $$;

grant insert, update on exceptions to firstline_desk;
grant insert on exception_steps, exception_tickets to firstline_desk;
grant update, delete on exception_tickets to firstline_desk;
grant update (state, ended_on, told_until, told_at) on exceptions to firstline_software;
grant insert on exception_steps to firstline_software;

-- A school reads its own and the standing ones, asks, and takes back what nobody has decided.
create policy own_school on exceptions for select to firstline_school
  using (school_id = (select acting_school()) or standing is not null);
grant insert on exceptions, exception_steps, exception_tickets to firstline_school;
grant update (state, told_at) on exceptions to firstline_school;
create policy asks on exceptions for insert to firstline_school
  with check (school_id = (select acting_school()) and state = 'asked'
    and ticket_number in (select t.number from tickets t));
create policy takes_back on exceptions for update to firstline_school
  using (school_id = (select acting_school()))
  with check (school_id = (select acting_school()) and state = 'withdrawn');
create policy own_school on exception_steps for select to firstline_school
  using (school_id = (select acting_school()));
create policy asks on exception_steps for insert to firstline_school
  with check (school_id = (select acting_school()) and step in ('ask', 'withdraw')
    and 'person:' || taken_by = (select current_setting('app.actor', true)));
create policy own_school on exception_tickets for select to firstline_school
  using (school_id = (select acting_school()));
create policy asks on exception_tickets for insert to firstline_school
  with check (school_id = (select acting_school()) and ticket_number in (select t.number from tickets t)
    and exception_id in (select e.id from exceptions e));
grant insert, update on exception_looks to firstline_school;
create policy own on exception_looks to firstline_school
  using (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true)))
  with check (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true)));

-- Of a ticket about rights the desk sees only what it sees of the ticket (S10).
create policy of_seen_ticket on exceptions as restrictive to firstline_desk
  using (ticket_number is null or (select sees_rights())
    or exists (select from tickets t where t.number = ticket_number));
create policy of_seen_ticket on exception_tickets as restrictive to firstline_desk
  using ((select sees_rights()) or exists (select from tickets t where t.number = ticket_number));

-- What happened before there were exceptions is followed by none of their readers.
insert into event_readers (name, position)
  select 'exceptions', max(position) from events having count(*) > 0;

-- ---------------------------------------------------------------------------
-- What a school reads when a ticket is handed back to it, by the row of responsibility.json: what the coordinator wrote
-- in place of what Firstline came with. Both languages.

create table hand_back_texts (
  duty text primary key,
  text jsonb not null,
  next jsonb not null,
  changed_by integer not null references people,
  changed_at timestamptz not null
);
alter table hand_back_texts enable row level security;
alter table hand_back_texts force row level security;
grant select, insert, update, delete on hand_back_texts to firstline_desk;
grant select on hand_back_texts to firstline_software;
create policy everything on hand_back_texts to firstline_desk, firstline_software using (true) with check (true);

-- ---------------------------------------------------------------------------
-- The addresses that a school's firewall must allow (S17): whole lists, each from a day on. The newest whose day has
-- come holds; before there is one, what the guide names holds.

create table network_lists (
  version integer primary key check (version > 0),
  -- [{"host", "port", "protocol", "direction", "purpose": {"en", "fr"}}, …]
  entries jsonb not null check (jsonb_typeof(entries) = 'array'),
  why text not null,
  -- The day of the desk's zone.
  holds_from date not null,
  published_by integer not null references people,
  published_at timestamptz not null
);
create trigger append_only before update or delete or truncate on network_lists
  for each statement execute function refuse_rewriting();

-- When somebody of a school looked at them last.
create table network_looks (
  person_id integer primary key references people,
  school_id integer not null references schools,
  looked_at timestamptz not null
);

alter table network_lists enable row level security;
alter table network_lists force row level security;
alter table network_looks enable row level security;
alter table network_looks force row level security;
grant select, insert on network_lists to firstline_desk;
grant select on network_lists to firstline_software, firstline_school;
create policy everything on network_lists to firstline_desk using (true) with check (true);
create policy everything_seen on network_lists for select to firstline_software, firstline_school using (true);
grant select on network_looks to firstline_software;
grant select, insert, update on network_looks to firstline_school;
create policy everything_seen on network_looks for select to firstline_software using (true);
create policy own on network_looks to firstline_school
  using (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true)))
  with check (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true)));
