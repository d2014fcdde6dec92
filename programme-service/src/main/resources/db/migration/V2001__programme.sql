-- Runs, their sessions, who is enrolled, and what was attended.
-- ${appRole} is the role the service connects with; every table is bound to the borough of its run.

create table programme_run (
  id                        uuid primary key,
  borough_code              text not null check (borough_code ~ '^E09[0-9]{6}$'),
  template_code             text not null,
  template_version          int not null,
  minimum_countable_minutes int not null check (minimum_countable_minutes >= 0),
  venue                     text,
  starts_on                 date not null,
  ends_on                   date not null,
  capacity                  int not null check (capacity > 0),
  facilitators              text[] not null,
  scheduled_at              timestamptz not null,
  version                   bigint not null,
  check (starts_on <= ends_on)
);

create table programme_session (
  id                uuid primary key,
  run_id            uuid not null references programme_run,
  borough_code      text not null,
  index             int not null check (index > 0),
  date              date not null,
  start_time        time not null,
  planned_minutes   int not null check (planned_minutes > 0),
  countable_minutes int not null check (countable_minutes between 0 and planned_minutes),
  module_codes      text[] not null,
  status            text not null check (status in ('SCHEDULED', 'HELD', 'CANCELLED')),
  actual_minutes    int check (actual_minutes > 0),
  facilitators      text[] not null,
  exception_reason  text,
  held_by           text,
  held_at           timestamptz,
  register_changes  int not null,
  version           bigint not null,
  unique (run_id, index),
  check ((status = 'HELD') = (actual_minutes is not null)),
  check ((status = 'HELD') = (held_by is not null))
);

create table enrolment (
  id                uuid primary key,
  referral_id       uuid not null unique,
  person_id         uuid not null,
  run_id            uuid not null references programme_run,
  borough_code      text not null,
  status            text not null check (status in ('PLANNED', 'NOT_STARTED', 'ACTIVE', 'SUSPENDED',
                      'COMPLETED', 'EXITED', 'FOLLOW_ON', 'CLOSED')),
  attended_minutes  int not null check (attended_minutes >= 0),
  countable_minutes int not null check (countable_minutes between 0 and attended_minutes),
  started_on        date,
  ended_on          date,
  version           bigint not null
);
create index enrolment_of_run on enrolment (run_id, id desc);
create index enrolment_of_person on enrolment (person_id);

create table enrolment_status_change (
  id           uuid primary key,
  enrolment_id uuid not null references enrolment,
  borough_code text not null,
  from_status  text,
  to_status    text not null,
  at           timestamptz not null,
  by           text not null,
  reason_code  text
);
create index enrolment_status_change_of on enrolment_status_change (enrolment_id, id);

create table attendance (
  id                uuid primary key,
  session_id        uuid not null references programme_session,
  enrolment_id      uuid not null references enrolment,
  borough_code      text not null,
  revision          int not null check (revision > 0),
  code              text not null,
  attended_minutes  int not null check (attended_minutes >= 0),
  countable_minutes int not null check (countable_minutes between 0 and attended_minutes),
  recorded_at       timestamptz not null,
  recorded_by       text not null,
  unique (session_id, enrolment_id, revision)
);
create index attendance_of_enrolment on attendance (enrolment_id, session_id, revision desc);
comment on table attendance is 'A log: the highest revision of a session and enrolment is what stands, a correction adds a row.';

create table participant (
  person_id   uuid primary key,
  given_name  text not null,
  family_name text not null
);

create table start_clearance (
  referral_id uuid primary key,
  cleared_at  timestamptz not null
);

create table safety_hold (
  id          uuid primary key,
  referral_id uuid not null,
  placed_at   timestamptz,
  lifted_at   timestamptz
);
create index safety_hold_of_referral on safety_hold (referral_id);
comment on table safety_hold is 'Ids and times only. A lifting that is read before its placing stays a lifting.';

do $$
declare bound text;
begin
  foreach bound in array array['programme_run', 'programme_session', 'enrolment',
      'enrolment_status_change', 'attendance'] loop
    execute format('alter table %I enable row level security', bound);
    execute format('alter table %I force row level security', bound);
    execute format($policy$create policy borough on %I
      using (current_setting('app.borough', true) in ('*', borough_code))
      with check (current_setting('app.borough', true) in ('*', borough_code))$policy$, bound);
  end loop;
end $$;

-- These arrive before it is known which borough's run they will concern: whoever sees the enrolment sees them.
alter table participant enable row level security;
alter table participant force row level security;
create policy borough on participant
  using (current_setting('app.borough', true) = '*'
    or exists (select from enrolment e where e.person_id = participant.person_id))
  with check (current_setting('app.borough', true) = '*');
alter table start_clearance enable row level security;
alter table start_clearance force row level security;
create policy borough on start_clearance
  using (current_setting('app.borough', true) = '*'
    or exists (select from enrolment e where e.referral_id = start_clearance.referral_id))
  with check (current_setting('app.borough', true) = '*');
alter table safety_hold enable row level security;
alter table safety_hold force row level security;
create policy borough on safety_hold
  using (current_setting('app.borough', true) = '*'
    or exists (select from enrolment e where e.referral_id = safety_hold.referral_id))
  with check (current_setting('app.borough', true) = '*');

grant select, insert on programme_run, programme_session, enrolment, enrolment_status_change,
  attendance, participant, start_clearance, safety_hold to ${appRole};
grant update (status, actual_minutes, facilitators, exception_reason, held_by, held_at,
  register_changes, version) on programme_session to ${appRole};
grant update (status, attended_minutes, countable_minutes, started_on, ended_on, version)
  on enrolment to ${appRole};
grant update (given_name, family_name), delete on participant to ${appRole};
grant update (placed_at, lifted_at) on safety_hold to ${appRole};
