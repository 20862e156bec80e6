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
