-- The programmes with a plan of sessions ask for the end review and the exit TOP request on record.
-- Nothing published is changed: the next version of each asks for them, and runs keep the one they have.
insert into programme_template_version (code, version, content, published_at, published_by)
select code, version + 1,
  (content::jsonb || jsonb_build_object('version', version + 1, 'recordedReviews', true))::text,
  timestamptz '2026-11-23T00:00:00Z', 'shipped'
from (
  select distinct on (code) * from programme_template_version
  where code in ('MEN_AND_MASCULINITIES', 'MEN_AND_MASCULINITIES_WEEKLY')
  order by code, version desc) latest;
