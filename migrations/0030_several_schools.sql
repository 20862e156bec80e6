-- A person of several schools: she is one of the people of each, and has said herself that these are one, by signing
-- in to both. From then on she goes from one to the other.

-- Counts the passwords of a login, whoever sets one: what was proved with one is proved again with the next.
alter table logins add column password_version integer not null default 1;
create function count_password() returns trigger language plpgsql as $$
begin
  new.password_version := old.password_version + 1;
  return new;
end $$;
create trigger count_password before update of password_hash on logins
  for each row when (new.password_hash is distinct from old.password_hash) execute function count_password();

-- A person stays with her school: so a row that names both can be held to it.
alter table people add unique (id, school_id);

create table same_people (
  id integer generated always as identity primary key,
  -- The lower number first, so that two people are one row, whichever of them said it.
  person_id integer not null,
  other_id integer not null,
  school_id integer not null references schools,
  other_school_id integer not null references schools,
  -- With which password of its school each was proved last (logins.password_version).
  person_password integer not null,
  other_password integer not null,
  said_by integer not null references people,
  said_at timestamptz not null,
  ended_by integer references people,
  ended_at timestamptz,
  foreign key (person_id, school_id) references people (id, school_id),
  foreign key (other_id, other_school_id) references people (id, school_id),
  check (person_id < other_id),
  check (school_id <> other_school_id),
  check (said_by in (person_id, other_id)),
  check ((ended_at is null) = (ended_by is null))
);
-- At another school she is one person.
create unique index one_at_other_school on same_people (person_id, other_school_id) where ended_at is null;
create unique index one_at_school on same_people (other_id, school_id) where ended_at is null;

-- A sign-in that waits for its key may also wait to say this; then it opens no session.
alter table half_sign_ins add column says_of integer references people;

-- Not forced: whoever goes over is nobody at the other school yet, so that is read as the owner.
alter table same_people enable row level security;

-- Said and proved again in the software's role, since no school's reaches the other; seen and ended by both.
grant select, update (ended_at, ended_by) on same_people to firstline_desk, firstline_school;
grant select, insert, update (person_password, other_password) on same_people to firstline_software;
create policy everything on same_people to firstline_desk, firstline_software using (true) with check (true);
create policy of_both on same_people to firstline_school
  using ((select acting_school()) in (school_id, other_school_id));
