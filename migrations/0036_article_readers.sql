-- The second wall tells too for whom of a school an article is: by the roles of who asks, and whether her school is in
-- Stage 1. What was published before may have been for others: a school reads what is published now, and no version.

create function acting_roles() returns text[] language sql stable parallel safe
  return string_to_array(current_setting('app.roles', true), ',');

drop policy published on articles;
create policy published on articles for select to firstline_school
  using (version > 0 and archived_at is null and (audience = 'public' or (audience = 'schools'
    and (for_roles = '{}' or for_roles && (select acting_roles()))
    and (not stage1_only or (select current_setting('app.stage1', true)) = 'yes'))));

drop policy published on article_versions;
revoke select on article_versions from firstline_school;

-- No policy opens what is being written to a school: it may ask, and sees none.
grant select on article_drafts to firstline_school;
