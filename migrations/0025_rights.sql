-- Rights in the student information system (S10): requests for them, the register of who holds what, and the restricted
-- queue: inside the iGroup a ticket that asks for rights exists for those alone who keep them.

create index tickets_of_request on tickets (request, last_activity_at desc, number desc) where request is not null;
-- Null: the software opened it, as its line of the story says; the one who is asked stands as requester.
alter table tickets alter column opened_by drop not null;

-- ---------------------------------------------------------------------------
-- The restricted queue. The setting is made with the school's, at the beginning of each transaction. Only the role of the
-- desk is held by it: the owner, who reads for backups and is a member of that role on a server, sees all.

create function sees_rights() returns boolean language sql stable parallel safe
  return current_user <> 'firstline_desk' or coalesce(current_setting('app.sees_rights', true), '') = 'yes';

create policy kept_rights on tickets as restrictive to firstline_desk
  using (request is distinct from 'rights' or (select sees_rights()));

-- What hangs on a ticket is there for those of the desk who see the ticket.
do $$
declare
  name text;
begin
  for name in
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = 'ticket_number' and t.table_type = 'BASE TABLE'
  loop
    execute format(
      'create policy of_seen_ticket on %I as restrictive to firstline_desk using (
        (select sees_rights()) or ticket_number is null or exists (select from tickets t where t.number = ticket_number))',
      name);
  end loop;
end $$;
create policy of_seen_ticket on files as restrictive to firstline_desk using (
  (select sees_rights())
  or (reply_id is null or exists (select from replies r where r.id = reply_id))
    and (note_id is null or exists (select from notes n where n.id = note_id)));

-- ---------------------------------------------------------------------------
-- Who holds what. Somebody of the school's list, or a name and a job as typed. Days are those of the school's zone.

create table rights (
  id integer generated always as identity primary key,
  school_id integer not null references schools,
  person_id integer references people,
  holder_name text,
  holder_job text,
  kind text not null,
  -- What is needed in the asker's words, and which other schools it opens, as she named them.
  words text,
  at_schools text,
  since date not null,
  until date,
  ended_on date,
  -- The end for which its school was asked whether to keep it: once for each end, whatever starts again.
  asked_until date,
  check ((person_id is null) <> (holder_name is null)),
  check (until is null or until > since)
);
create index rights_of_school on rights (school_id, ended_on, id);
create index rights_of_person on rights (person_id) where person_id is not null;
create index rights_to_end on rights (until) where ended_on is null and until is not null;

-- A request is a ticket with a form of its own. `right_id`: what it changes or takes away, and what came of it.
create table rights_requests (
  ticket_number integer primary key references tickets,
  school_id integer not null references schools,
  action text not null check (action in ('add', 'change', 'remove')),
  state text not null check (state in ('ending', 'asked', 'prepared', 'approved', 'done', 'refused', 'withdrawn')),
  right_id integer references rights,
  person_id integer references people,
  holder_name text,
  holder_job text,
  kind text not null,
  words text,
  at_schools text,
  why text,
  from_on date not null,
  until_on date,
  touches_more boolean not null,
  -- In whose name (the school's security contact or lead), and who wrote it down: both null where the software did.
  asked_for integer references people,
  asked_by integer references people,
  asked_at timestamptz not null,
  -- In which it was asked: what comes of it later is called so again.
  lang text not null check (lang in ('en', 'fr')),
  prepared_by integer references people,
  prepared_at timestamptz,
  approved_by integer references people,
  refused_by integer references people,
  refused_because text,
  decided_at timestamptz,
  done_by integer references people,
  done_at timestamptz,
  withdrawn_by integer references people,
  withdrawn_at timestamptz,
  check ((person_id is null) <> (holder_name is null)),
  check ((asked_for is null) = (asked_by is null)),
  check (action = 'add' or right_id is not null),
  check (num_nonnulls(approved_by, refused_by) <= 1),
  check ((state = 'refused') = (refused_by is not null)),
  check ((state = 'done') = (done_by is not null)),
  check ((state = 'withdrawn') = (withdrawn_by is not null)),
  -- S10: what touches more than one school is approved by a second person, who has no other hand in it.
  check (not touches_more or approved_by is null
    or (prepared_by is not null and approved_by <> prepared_by and approved_by <> asked_by
      and approved_by is distinct from done_by))
);
create index rights_requests_of_right on rights_requests (right_id, done_at) where right_id is not null;
create index rights_requests_under_way on rights_requests (state) where state in ('ending', 'asked', 'prepared', 'approved');
create unique index one_request_for_a_right on rights_requests (right_id)
  where right_id is not null and state in ('ending', 'asked', 'prepared', 'approved');

alter table rights enable row level security;
alter table rights force row level security;
alter table rights_requests enable row level security;
alter table rights_requests force row level security;

grant select, insert, update on rights, rights_requests to firstline_desk, firstline_software;
grant select on rights to firstline_school;
grant select, insert, update on rights_requests to firstline_school;
create policy keepers on rights to firstline_desk using ((select sees_rights())) with check ((select sees_rights()));
create policy keepers on rights_requests to firstline_desk using ((select sees_rights())) with check ((select sees_rights()));
create policy everything on rights to firstline_software using (true) with check (true);
create policy everything on rights_requests to firstline_software using (true) with check (true);
create policy own_school on rights to firstline_school using (school_id = (select acting_school()));
create policy own_school on rights_requests to firstline_school
  using (school_id = (select acting_school())) with check (school_id = (select acting_school()));

-- What happened before there were rights is followed by none of their readers.
insert into event_readers (name, position)
  select 'rights', max(position) from events having count(*) > 0;
