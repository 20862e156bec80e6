-- Work on many tickets at once: what was asked, and what became of each ticket.

create table bulks (
  id integer generated always as identity primary key,
  person_id integer not null references people,
  session_id uuid,
  token_id uuid,
  lang text not null,
  steps jsonb not null,
  total integer not null,
  asked_at timestamptz not null,
  -- What speaks to schools waits out the undo window.
  starts_at timestamptz not null,
  stopped_at timestamptz,
  undo_asked_at timestamptz,
  -- When nothing waited any more, of the doing and of the undoing.
  ended_at timestamptz
);
create index bulks_to_do on bulks (starts_at) where ended_at is null;
create index bulks_of_person on bulks (person_id, id desc);

create table bulk_tickets (
  bulk_id integer not null references bulks on delete cascade,
  place integer not null,
  ticket_number integer not null references tickets,
  -- Null while it waits.
  outcome text check (outcome in ('done', 'already', 'refused', 'not_done', 'undone', 'kept')),
  -- The instants of its deed and of its undoing, which their lines of the story have too.
  done_at timestamptz,
  undone_at timestamptz,
  -- Why it was refused or kept, in both languages.
  reason jsonb,
  primary key (bulk_id, place)
);
create index bulk_tickets_waiting on bulk_tickets (bulk_id, place) where outcome is null;
create index bulk_tickets_done on bulk_tickets (bulk_id, place) where outcome = 'done';
create index bulks_of_ticket on bulk_tickets (ticket_number, done_at);

-- What one bulk does to many tickets rings a person's bell once: the first of them, and how many they are.
alter table notices add bulk_id integer, add count integer not null default 1;
create unique index notices_of_bulk on notices (person_id, bulk_id, kind) where bulk_id is not null;

alter table bulks enable row level security;
alter table bulks force row level security;
alter table bulk_tickets enable row level security;
alter table bulk_tickets force row level security;

grant select, insert, update on bulks, bulk_tickets to firstline_desk;
grant select, update, delete on bulks, bulk_tickets to firstline_software;
grant update on notices to firstline_software;
create policy own on bulks to firstline_desk
  using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy everything on bulks to firstline_software using (true) with check (true);
create policy own on bulk_tickets to firstline_desk
  using (bulk_id in (select id from bulks)) with check (bulk_id in (select id from bulks));
create policy everything on bulk_tickets to firstline_software using (true) with check (true);
