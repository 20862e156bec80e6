-- The gate: who may come through which door is schools/rules/gate.ts, from the days of a school's standing.

-- Open pages of a school hear at once, on every server, that it stands otherwise; the desk hears of whom.
create function tell_standing() returns trigger language plpgsql as $$
begin
  perform pg_notify('signals', json_build_object('to', 'school:' || new.id, 'kind', 'standing')::text);
  perform pg_notify('signals', json_build_object('to', 'desk', 'kind', 'standing',
    'facts', json_build_object('school', new.id))::text);
  return new;
end $$;
create trigger tell_standing after update of trained_from, stage1_from, suspended_from on schools
  for each row
  when ((old.trained_from, old.stage1_from, old.suspended_from)
    is distinct from (new.trained_from, new.stage1_from, new.suspended_from))
  execute function tell_standing();

-- ---------------------------------------------------------------------------
-- The emergency door. Nobody is signed in there, so what is said is kept as it was typed, until the desk makes a
-- ticket of it for a school (which a ticket must have) or sets it aside.

create table emergency_reports (
  id integer generated always as identity primary key,
  -- What the caller is told; it counts nothing and says nothing.
  receipt text not null unique,
  -- The same report sent twice is one.
  sent_once text not null unique,
  kind text not null check (kind in ('privacy_incident', 'locked_out')),
  caller text not null check (btrim(caller) <> ''),
  role text check (role in ('lead', 'security_contact')),
  call_back text not null,
  school_typed text not null,
  what text not null,
  seen_when text,
  seen_by text,
  -- From where it came, as far as it counts as one address.
  network text not null,
  reported_at timestamptz not null,
  ticket_number integer references tickets,
  ended_by integer references people,
  ended_at timestamptz,
  check ((kind = 'locked_out') = (role is not null)),
  check (num_nulls(ended_by, ended_at) in (0, 2)),
  check (ticket_number is null or ended_at is not null)
);
create index emergency_reports_at on emergency_reports (reported_at);
create index emergency_reports_waiting on emergency_reports (id) where ended_at is null;

alter table emergency_reports enable row level security;
alter table emergency_reports force row level security;
grant select, insert on emergency_reports to firstline_software;
grant select, update (ticket_number, ended_by, ended_at) on emergency_reports to firstline_desk;
-- No policy lets a school near it: to it the table is empty.
grant select on emergency_reports to firstline_school;
create policy everything on emergency_reports to firstline_desk, firstline_software using (true) with check (true);

-- An act is a named person's, a named job's, or, through the emergency door, the caller's as typed.
alter table events
  add column caller text,
  add constraint somebody_acted check (
    case
      when person_id is not null then acting_as ~ '^(desk|school):' and caller is null
      when acting_as like 'job:_%' then caller is null
      else acting_as = 'caller' and btrim(coalesce(caller, '')) <> ''
    end);
