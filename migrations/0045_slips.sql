-- What a school writes leaves its computer under a name of its own, a slip: by whatever road it comes and however often,
-- it becomes one ticket or one reply (N5). Kept for good, as it may wait for weeks.
create table slips (
  id text primary key check (id ~ '^[0-9A-Z]{12}$'),
  school_id integer not null references schools,
  ticket_number integer not null references tickets,
  -- The words themselves; none where the desk wrote a note in their place.
  reply_id bigint references replies,
  -- Who brought it: whoever wrote it, or who of the desk typed it in.
  arrived_by integer not null references people,
  arrived_at timestamptz not null,
  -- When it was written, where it had to wait for the line.
  written_at timestamptz check (written_at <= arrived_at)
);
create index slips_of_reply on slips (reply_id) where written_at is not null;

alter table slips enable row level security;
alter table slips force row level security;
grant select, insert on slips to firstline_desk, firstline_school;
grant select on slips to firstline_software;
create policy everything on slips to firstline_desk, firstline_software using (true) with check (true);
-- Of a ticket about rights the desk sees only what it sees of the ticket (S10).
create policy of_seen_ticket on slips as restrictive to firstline_desk
  using (ticket_number in (select number from tickets));
create policy own_school on slips for select to firstline_school
  using (school_id = (select acting_school()) and ticket_number in (select number from tickets));
create policy brings_own on slips for insert to firstline_school
  with check (school_id = (select acting_school())
    and 'person:' || arrived_by = (select current_setting('app.actor', true))
    and ticket_number in (select number from tickets));
