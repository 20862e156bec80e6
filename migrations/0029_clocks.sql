-- The clocks (S1, N6): the ledger of each ticket's time, the deadline that follows from it, and what time has told.

-- By which version of the agreement it is measured; it keeps the one with which it began.
alter table tickets add column agreement integer not null default 1 references agreements (version);
-- Derived from the ledger, the calendar and the agreement: the next deadline, and when time has something to do.
alter table tickets add column due_at timestamptz;
alter table tickets add column due_clock text check (due_clock in ('response', 'next_response', 'resolution'));
alter table tickets add column wakes_at timestamptz;
alter table tickets add check ((due_at is null) = (due_clock is null));
create index tickets_due on tickets (due_at, number) where ended_at is null;
create index tickets_wake on tickets (wakes_at) where wakes_at is not null;

-- The ledger: a mark for each deed that matters to a clock, in order, exact to the second. Nobody changes or removes one.
create table clock_marks (
  id bigint generated always as identity primary key,
  ticket_number integer not null references tickets,
  school_id integer not null references schools,
  at timestamptz not null,
  kind text not null check (kind in ('opened', 'moved', 'priority', 'answered', 'asked')),
  state text not null,
  priority text not null,
  passed boolean not null
);
create index clock_marks_of_ticket on clock_marks (ticket_number, id);

-- What time has told or done, each once: a part of a promise that is over, a reminder.
create table clock_told (
  ticket_number integer not null references tickets,
  what text not null,
  round bigint not null,
  step integer not null,
  told_at timestamptz not null,
  primary key (ticket_number, what, round, step)
);

-- A calendar has changed: the open tickets (of one school, or all) are counted anew, by their numbers.
create table clock_recounts (
  id integer generated always as identity primary key,
  school_id integer references schools,
  asked_at timestamptz not null,
  total integer,
  done integer not null default 0,
  upto integer not null default 0,
  ended_at timestamptz
);
create index clock_recounts_left on clock_recounts (id) where ended_at is null;

alter table clock_marks enable row level security;
alter table clock_marks force row level security;
alter table clock_told enable row level security;
alter table clock_told force row level security;
alter table clock_recounts enable row level security;
alter table clock_recounts force row level security;

-- A ticket inside has no promise, hence no ledger: of every mark its school may know.
grant select, insert on clock_marks to firstline_desk, firstline_school, firstline_software;
create policy everything on clock_marks to firstline_desk, firstline_software using (true) with check (true);
create policy own_school on clock_marks to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));
create policy of_seen_ticket on clock_marks as restrictive to firstline_desk using (
  (select sees_rights()) or exists (select from tickets t where t.number = ticket_number));

create policy of_seen_ticket on clock_told as restrictive to firstline_desk using (
  (select sees_rights()) or exists (select from tickets t where t.number = ticket_number));
grant select, insert on clock_told to firstline_software;
create policy everything on clock_told to firstline_software using (true) with check (true);

grant select on clock_recounts to firstline_desk;
grant select, insert, update on clock_recounts to firstline_software;
create policy everything on clock_recounts to firstline_desk, firstline_software using (true) with check (true);

-- When the desk works is what a school is promised in: its people's own deeds count by it.
grant select (id, since, zone, week) on desk_times to firstline_school;
create policy schools_read on desk_times for select to firstline_school using (true);

create trigger keep_inside before insert on clock_marks for each row execute function keep_inside();

-- ---------------------------------------------------------------------------
-- The ledger of tickets that have none, from what the story tells of them: those from before, and made ones of benchmarks.
-- Where the story tells no state (merged, parted, put back), the ledger ends as the ticket stands.

create function write_ledgers_from_story() returns void language sql begin atomic
  insert into clock_marks (ticket_number, school_id, at, kind, state, priority, passed)
  select t.number, t.school_id, date_trunc('second', m.at), m.kind, m.state,
    coalesce((select e.facts -> 'priority' ->> 1 from events e
        where e.ticket_number = t.number and e.facts -> 'priority' ->> 1 is not null and e.at <= m.at order by e.position desc limit 1),
      (select e.facts -> 'priority' ->> 0 from events e
        where e.ticket_number = t.number and jsonb_typeof(e.facts -> 'priority') = 'array' order by e.position limit 1),
      t.priority),
    m.passed
  from tickets t cross join lateral (
    select t.opened_at as at, 0 as place, 'opened' as kind, 'new' as state, false as passed
    union all
    select e.at, 2, 'moved', e.facts -> 'state' ->> 1, e.kind = 'pass' from events e
    where e.ticket_number = t.number and e.facts -> 'state' ->> 1 is not null
    union all
    select r.written_at, 1, case when p.school_id is null then 'answered' else 'asked' end,
      coalesce((select e.facts -> 'state' ->> 1 from events e where e.ticket_number = t.number and e.at < r.written_at
        and e.facts -> 'state' ->> 1 is not null order by e.position desc limit 1), 'new'), false
    from replies r join people p on p.id = r.author_id
    where r.ticket_number = t.number
      and r.id > (select min(first.id) from replies first where first.ticket_number = t.number)
  ) m
  where not t.inside and not exists (select from clock_marks made where made.ticket_number = t.number)
  order by t.number, m.at, m.place;

  insert into clock_marks (ticket_number, school_id, at, kind, state, priority, passed)
  select t.number, t.school_id, greatest(last.at, date_trunc('second', coalesce(t.ended_at, t.last_activity_at))), 'moved', t.state, t.priority,
    t.state = 'waiting_school' and t.passed_to is not null
  from tickets t cross join lateral (
    select m.at, m.state, m.priority from clock_marks m where m.ticket_number = t.number order by m.id desc limit 1) last
  where (last.state, last.priority) <> (t.state, t.priority);
end;
revoke all on function write_ledgers_from_story() from public;
select write_ledgers_from_story();

insert into clock_recounts (asked_at) select now() where exists (select from tickets);
