-- Statements of each month (S8): how the promises were kept, for each school and for all; and what of it is public.

-- Which months are closed. While one is being closed, the server that does it says so all the time.
create table statement_months (
  month text primary key check (month ~ '^2\d{3}-(0[1-9]|1[0-2])$'),
  from_at timestamptz not null,
  to_at timestamptz not null,
  touched_at timestamptz not null,
  closed_at timestamptz,
  check (from_at < to_at)
);

-- The numbers as they were found when the month closed; without a school, of all of them together.
create table statements (
  month text not null references statement_months,
  school_id integer references schools,
  numbers jsonb not null,
  -- By what was measured: {"times": [when the desk worked], "promises": [what the agreement's versions promised]}.
  measure jsonb not null,
  unique nulls not distinct (month, school_id)
);
create index statements_of_school on statements (school_id, month);

-- Each promise that was not kept, with what the ledger tells of it.
create table statement_breaches (
  month text not null references statement_months,
  ticket_number integer not null references tickets,
  clock text not null check (clock in ('response', 'resolution')),
  school_id integer not null references schools,
  category text not null,
  priority text not null,
  due_at timestamptz not null,
  met_at timestamptz,
  -- Seconds of the desk's hours.
  spent integer not null,
  target integer not null,
  reason jsonb not null,
  primary key (month, ticket_number, clock)
);
create index statement_breaches_of_school on statement_breaches (school_id, month);

-- The newest statement that a person of a school has looked at.
create table statement_looks (
  person_id integer primary key references people,
  school_id integer not null references schools,
  month text not null
);

-- Whether everybody may read how fast the desk is: the last row holds, and without one nobody may.
create table how_fast_switches (
  id integer generated always as identity primary key,
  shown boolean not null,
  said_by integer not null references people,
  said_at timestamptz not null
);

create trigger append_only before update or delete or truncate on statements
  for each statement execute function refuse_rewriting();
create trigger append_only before update or delete or truncate on statement_breaches
  for each statement execute function refuse_rewriting();
create trigger append_only before update or delete or truncate on how_fast_switches
  for each statement execute function refuse_rewriting();

-- The bell tells of a month that has closed, which is no ticket.
alter table notices alter column ticket_number drop not null;
alter table notices add column month text references statement_months;
alter table notices add check (num_nonnulls(ticket_number, month) = 1);

-- ---------------------------------------------------------------------------
-- Who may read and write which rows

do $$
declare
  name text;
begin
  foreach name in array array['statement_months', 'statements', 'statement_breaches', 'statement_looks',
    'how_fast_switches'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert on %I to firstline_software', name);
    execute format('create policy everything on %I to firstline_software using (true) with check (true)', name);
  end loop;
end $$;

-- Which months there are is no secret.
grant update on statement_months to firstline_software;
grant select on statement_months to firstline_desk, firstline_school;
create policy everybody_reads on statement_months for select to firstline_desk, firstline_school using (true);

-- The numbers hold those of tickets about rights too: of the desk they are there for whom those are (S10).
grant select on statements, statement_breaches to firstline_desk, firstline_school;
create policy seen on statements for select to firstline_desk using ((select sees_rights()));
create policy seen on statement_breaches for select to firstline_desk using (true);
create policy of_seen_ticket on statement_breaches as restrictive to firstline_desk using ((select sees_rights()));
create policy own_school on statements for select to firstline_school
  using (school_id = (select acting_school()));
create policy own_school on statement_breaches for select to firstline_school
  using (school_id = (select acting_school()));

grant select, insert, update on statement_looks to firstline_school;
create policy own on statement_looks to firstline_school
  using (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true)))
  with check (school_id = (select acting_school())
    and 'person:' || person_id = (select current_setting('app.actor', true)));

grant select, insert on how_fast_switches to firstline_desk;
create policy kept_by_desk on how_fast_switches to firstline_desk using (true) with check (true);
