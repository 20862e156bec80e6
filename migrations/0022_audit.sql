-- Who of the iGroup looked at which ticket, sealed as the story is; and the story by time, for the audit log.

create sequence access_positions;

create table accesses (
  position bigint primary key,
  at timestamptz not null,
  ticket_number integer not null references tickets,
  -- Who of the schools may read the line: none where the ticket is inside.
  school_id integer references schools,
  person_id integer not null references people,
  session_id uuid,
  token_id uuid,
  -- loaded: sent to a page or a script. opened: it stood before the person. file: one of its files was fetched.
  how text not null check (how in ('loaded', 'opened', 'file')),
  -- Hours since 1970: a person's lines for a ticket are one of each kind in an hour, however often she looks.
  hour integer not null,
  unique (ticket_number, person_id, how, hour)
);
create index accesses_by_time on accesses (at desc, position desc);
create index accesses_of_school on accesses (school_id, at desc, position desc);
create index accesses_of_person on accesses (person_id, at desc, position desc);
create index events_by_time on events (at desc, position desc);

-- Positions rise in commit order, as those of the events do.
create function number_access() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7315003);
  new.position := nextval('access_positions');
  return new;
end $$;
create trigger number_access before insert on accesses for each row execute function number_access();
create trigger append_only before update or delete or truncate on accesses
  for each statement execute function refuse_rewriting();

-- Each log has seals of its own.
alter table event_seals rename to seals;
alter table seals add column log text not null default 'events';
alter table seals drop constraint event_seals_pkey;
alter table seals add primary key (log, up_to);

alter table accesses enable row level security;
alter table accesses force row level security;
grant select, insert on accesses to firstline_desk;
grant select on accesses to firstline_school, firstline_software;
grant usage on sequence access_positions to firstline_desk;
grant select on seals to firstline_desk;
-- Whoever looks writes her own line and nobody else's.
create policy own on accesses for insert to firstline_desk
  with check (current_setting('app.actor', true) = 'person:' || person_id);
create policy everything on accesses for select to firstline_desk, firstline_software using (true);
create policy own_school on accesses for select to firstline_school using (school_id = (select acting_school()));
