-- Generated runs of nobody: each with one held session and twelve men who have started. Ids tell the number of the run.
begin;
set local session_replication_role = replica;
set local synchronous_commit = off;
insert into programme_run (id, borough_code, template_code, template_version, minimum_countable_minutes, starts_on, ends_on,
  capacity, facilitators, scheduled_at, version)
select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'E09000019', 'MEN_AND_MASCULINITIES', 1, 1800,
  current_date - 1, current_date + 180, 14, '{demo-facilitator,demo-second-facilitator}', now(), 0
from generate_series(1, :runs) as n;
insert into programme_session (id, run_id, borough_code, index, date, start_time, planned_minutes, countable_minutes,
  module_codes, status, actual_minutes, facilitators, held_by, held_at, register_changes, version)
select ('00000000-0000-7001-8000-' || lpad(n::text, 12, '0'))::uuid,
  ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'E09000019', 1, current_date - 1, '10:00', 300, 150, '{}',
  'HELD', 300, '{demo-facilitator,demo-second-facilitator}', 'bench', now(), 0, 0
from generate_series(1, :runs) as n;
insert into enrolment (id, referral_id, person_id, run_id, borough_code, status, attended_minutes, countable_minutes,
  started_on, version)
select ('00000000-0000-7002-80' || lpad(man::text, 2, '0') || '-' || lpad(n::text, 12, '0'))::uuid, uuidv7(), uuidv7(),
  ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'E09000019', 'ACTIVE', 0, 0, current_date - 1, 0
from generate_series(1, :runs) as n, generate_series(1, 12) as man;
insert into start_clearance (referral_id, cleared_at) select referral_id, now() from enrolment where started_on is not null
on conflict do nothing;
commit;
analyze;
