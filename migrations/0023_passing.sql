-- A ticket that is the school's own matter goes to its technician first (S12). It stands while the ticket waits for
-- the school; the next move clears it, but those that part a merge bring it back.
alter table tickets add column passed_to integer references people;
create index tickets_passed on tickets (school_id, last_activity_at desc, number desc)
  where passed_to is not null and state = 'waiting_school';
