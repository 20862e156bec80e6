-- What a school's facts amount to (schools/rules/standing.ts), as days of its own zone; null is not yet. Kept in the
-- transaction of each fact, so that who asks for a school's standing reads one row.
alter table schools
  add column trained_from date,
  add column stage1_from date,
  add column suspended_from date;

-- Who had a login before facts were kept goes on as before.
update schools set trained_from = created_at::date, stage1_from = created_at::date
  where exists (select from logins where school_id = schools.id);
