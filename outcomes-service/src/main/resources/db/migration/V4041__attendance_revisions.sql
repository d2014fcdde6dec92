-- Figures as they were known at a moment need what a correction took the place of: every revision of an attendance is
-- kept beside the one that counts now, like any other fact. What came before this has the revision that counts; a rebuild
-- hears the earlier ones again.
create table attendance_revision (
  referral_id       uuid not null,
  enrolment_id      uuid not null,
  session_id        uuid not null,
  revision          int not null,
  told_at           timestamptz not null,
  code              text not null,
  attended_minutes  int not null,
  countable_minutes int not null,
  held_on           date not null,
  primary key (enrolment_id, session_id, revision, told_at, code, attended_minutes, countable_minutes, held_on, referral_id)
);
comment on table attendance_revision is 'What was ever said of a session and a man, each word once; only ever added to.';
comment on column attendance_revision.told_at is 'When it was recorded, by the clock of the service that says so.';
alter table attendance_revision enable row level security;
alter table attendance_revision force row level security;
-- Read where figures of an earlier moment are computed, by no caller.
create policy nobody on attendance_revision
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert on attendance_revision to ${appRole};

-- The owner of the tables is bound by row-level security like everybody.
select set_config('app.borough', '*', true);
insert into attendance_revision (referral_id, enrolment_id, session_id, revision, told_at, code, attended_minutes,
                                 countable_minutes, held_on)
select referral_id, enrolment_id, session_id, revision, told_at, code, attended_minutes, countable_minutes, held_on
from attendance;

create or replace function read_model_tables() returns setof text language sql stable set search_path = pg_catalog as $$
  select name
  from unnest(array['fact', 'attendance', 'attendance_revision', 'known_run', 'known_screening', 'participation',
                    'known_referral', 'equality_count', 'published_figure']) with ordinality as listed (name, place)
  where to_regclass('public.' || name) is not null
  order by place
$$;
