-- Where a man has had a place and when; suspensions; registers that were taken without a network.
-- ${appRole} is the role the service connects with.

-- Row-level security binds the owner too: existing rows of every borough are to be completed here.
select set_config('app.borough', '*', true);

alter table enrolment
  add column suspended_on        date,
  add column review_on           date,
  add column suspension_reason   text,
  add column exit_reason         text,
  add column follow_on_run_id    uuid references programme_run,
  add column last_registered_on  date;
-- Suspensions of before this migration do not exist: nothing could suspend.
alter table enrolment add constraint suspended_with_a_review check (
  (status = 'SUSPENDED') = (review_on is not null)
  and (review_on is null) = (suspended_on is null)
  and (review_on is null) = (suspension_reason is null));
comment on column enrolment.suspension_reason is 'Never SAFETY_HOLD: what comes from elsewhere is PROGRAMME_REVIEW.';
comment on column enrolment.last_registered_on is 'The latest session day on which a register names him.';
create index enrolment_review_due on enrolment (review_on, id) where status = 'SUSPENDED';
update enrolment e set exit_reason = c.reason_code from enrolment_status_change c
  where c.enrolment_id = e.id and c.to_status = 'EXITED';
update enrolment e set last_registered_on = s.last from (
    select a.enrolment_id, max(s.date) as last from attendance a
    join programme_session s on s.id = a.session_id group by a.enrolment_id) as s
  where s.enrolment_id = e.id;
-- A transfer may lead to another borough's run.
grant update (run_id, borough_code, suspended_on, review_on, suspension_reason, exit_reason,
  follow_on_run_id, last_registered_on) on enrolment to ${appRole};

create table enrolment_place (
  id           uuid primary key,
  enrolment_id uuid not null references enrolment,
  run_id       uuid not null references programme_run,
  borough_code text not null,
  purpose      text not null check (purpose in ('PROGRAMME', 'FOLLOW_ON')),
  from_on      date,
  until_on     date
);
comment on table enrolment_place is 'A man''s places on runs, one after the other; until_on is the last day on that run.';
create index enrolment_place_of on enrolment_place (enrolment_id, id);
create index enrolment_place_on_run on enrolment_place (run_id, enrolment_id);
insert into enrolment_place (id, enrolment_id, run_id, borough_code, purpose)
  select uuidv7(), id, run_id, borough_code, 'PROGRAMME' from enrolment;
grant select, insert on enrolment_place to ${appRole};
grant update (until_on) on enrolment_place to ${appRole};

alter table attendance
  add column held_on     date,
  add column arrived_at  time,
  add column left_at     time,
  add column makes_up_for uuid references programme_session,
  add column taken_at    timestamptz;
update attendance a set held_on = s.date from programme_session s where s.id = a.session_id;
alter table attendance alter column held_on set not null;
comment on column attendance.taken_at is 'When it was written down in the room, by the device; recorded_at is when it came in.';
create index attendance_making_up on attendance (makes_up_for) where makes_up_for is not null;

create table register_submission (
  id          uuid primary key,
  session_id  uuid not null references programme_session,
  borough_code text not null,
  content     bytea not null,
  taken_at    timestamptz,
  received_at timestamptz not null,
  received_by text not null
);
comment on table register_submission is 'Ids that devices gave to registers, so that one sent twice is taken once; content is a hash.';
create index register_submission_of on register_submission (session_id);
grant select, insert on register_submission to ${appRole};

create table individual_session (
  id                uuid primary key,
  session_id        uuid not null,
  revision          int not null check (revision > 0),
  enrolment_id      uuid not null references enrolment,
  borough_code      text not null,
  held_on           date not null,
  attended_minutes  int not null check (attended_minutes between 0 and 720),
  countable_minutes int not null check (countable_minutes between 0 and attended_minutes),
  module_codes      text[] not null,
  recorded_at       timestamptz not null,
  recorded_by       text not null,
  unique (session_id, revision)
);
comment on table individual_session is 'A log like attendance: one man alone with a facilitator, before the group.';
create index individual_session_of on individual_session (enrolment_id, session_id, revision desc);
grant select, insert on individual_session to ${appRole};

create table attendance_concern (
  id           uuid primary key,
  enrolment_id uuid not null references enrolment,
  borough_code text not null,
  session_id   uuid not null,
  concern_code text not null,
  raised_at    timestamptz not null,
  raised_by    text not null
);
create index attendance_concern_of on attendance_concern (enrolment_id, id desc);
grant select, insert on attendance_concern to ${appRole};

create table risk_disclosure (
  id              uuid primary key,
  enrolment_id    uuid not null references enrolment,
  borough_code    text not null,
  disclosure_type text not null,
  urgency         text not null,
  disclosed_on    date not null,
  recorded_at     timestamptz not null,
  recorded_by     text not null
);
comment on table risk_disclosure is 'Codes only: no words of a disclosure are ever kept on this side.';
create index risk_disclosure_of on risk_disclosure (enrolment_id, id desc);
grant select, insert on risk_disclosure to ${appRole};

do $$
declare bound text;
begin
  foreach bound in array array['enrolment_place', 'register_submission', 'individual_session',
      'attendance_concern', 'risk_disclosure'] loop
    execute format('alter table %I enable row level security', bound);
    execute format('alter table %I force row level security', bound);
    execute format($policy$create policy borough on %I
      using (current_setting('app.borough', true) in ('*', borough_code))
      with check (current_setting('app.borough', true) in ('*', borough_code))$policy$, bound);
  end loop;
end $$;
