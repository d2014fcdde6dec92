-- What outcomes-service knows of the pathway (from events only), the TOP records it takes in, and
-- the figures other services publish. ${appRole} is the role the service connects with.

create table known_referral (
  referral_id  uuid primary key,
  person_id    uuid not null,
  borough_code text not null
);
comment on column known_referral.borough_code is 'The referring borough: whose keyworkers send the TOPs.';
alter table known_referral enable row level security;
alter table known_referral force row level security;
create policy borough on known_referral
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) = '*');
grant select, insert, update on known_referral to ${appRole};

create table known_run (
  run_id                    uuid primary key,
  borough_code              text not null,
  template_code             text not null,
  template_version          int not null,
  starts_on                 date not null,
  ends_on                   date not null,
  minimum_countable_minutes int not null
);
alter table known_run enable row level security;
alter table known_run force row level security;
create policy borough on known_run
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) = '*');
grant select, insert, update on known_run to ${appRole};

create table participation (
  referral_id        uuid primary key,
  person_id          uuid,
  run_id             uuid,
  assessed_on        date,
  attended_sessions  int not null default 0,
  countable_minutes  int not null default 0,
  first_countable_on date,
  ended_on           date
);
comment on table participation is 'One row per referral, the whole input of the metrics but for the TOPs; every column may come before the others.';
create index participation_run on participation (run_id);
create index participation_person on participation (person_id);
alter table participation enable row level security;
alter table participation force row level security;
-- A man belongs to the borough of his run, which may be told of later than he.
create policy borough on participation
  using (current_setting('app.borough', true) = '*' or run_id in (select run_id from known_run))
  with check (current_setting('app.borough', true) = '*');
grant select, insert, update on participation to ${appRole};

create table attendance (
  enrolment_id      uuid not null,
  session_id        uuid not null,
  referral_id       uuid not null,
  revision          int not null,
  held_on           date not null,
  code              text not null,
  attended_minutes  int not null,
  countable_minutes int not null,
  primary key (enrolment_id, session_id)
);
create index attendance_referral on attendance (referral_id);
alter table attendance enable row level security;
alter table attendance force row level security;
-- Summed up in participation; no caller reads single sessions here.
create policy nobody on attendance
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert, update on attendance to ${appRole};

create table top_record (
  id                   uuid primary key,
  referral_id          uuid not null references known_referral,
  borough_code         text not null,
  stage                text not null check (stage in ('START', 'REVIEW', 'EXIT', 'POST_TREATMENT_EXIT')),
  interviewed_on       date not null,
  form_version         text not null,
  psychological_health int check (psychological_health between 0 and 20),
  physical_health      int check (physical_health between 0 and 20),
  quality_of_life      int check (quality_of_life between 0 and 20),
  received_at          timestamptz not null,
  received_from        text not null,
  version              bigint not null
);
comment on table top_record is 'Never changed after submission.';
create index top_record_referral on top_record (referral_id);
create unique index top_record_one_start on top_record (referral_id) where stage = 'START';
alter table top_record enable row level security;
alter table top_record force row level security;
create policy borough on top_record
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert on top_record to ${appRole};

create table top_answer (
  top_record_id uuid not null references top_record,
  substance     text not null,
  week_1        int check (week_1 between 0 and 7),
  week_2        int check (week_2 between 0 and 7),
  week_3        int check (week_3 between 0 and 7),
  week_4        int check (week_4 between 0 and 7),
  total         int check (total between 0 and 28),
  name          text,
  primary key (top_record_id, substance)
);
comment on column top_answer.total is 'Null: not answered. Zero is an answer.';
alter table top_answer enable row level security;
alter table top_answer force row level security;
create policy borough on top_answer
  using (top_record_id in (select id from top_record))
  with check (top_record_id in (select id from top_record));
grant select, insert on top_answer to ${appRole};

create table top_measure (
  top_record_id   uuid primary key references top_record deferrable initially deferred,
  person_id       uuid not null,
  borough_code    text not null,
  stage           text not null,
  interviewed_on  date not null,
  alcohol         int,
  opiates         int,
  crack           int,
  cocaine         int,
  amphetamines    int,
  cannabis        int,
  other           int,
  quality_of_life int
);
comment on table top_measure is 'The numbers that metrics need of a TOP, apart from the record, because the run''s borough may count what the referring borough alone may read.';
create index top_measure_person on top_measure (person_id);
alter table top_measure enable row level security;
alter table top_measure force row level security;
create policy referring_borough_adds on top_measure for insert
  with check (current_setting('app.borough', true) in ('*', borough_code));
create policy borough_of_the_run_counts on top_measure for select
  using (current_setting('app.borough', true) = '*'
         or person_id in (select person_id from participation));
grant select, insert on top_measure to ${appRole};

create table published_figure (
  period       text not null,
  metric       text not null,
  variant      text not null,
  policy       text not null,
  numerator    int,
  denominator  int,
  suppressed   boolean not null,
  published_at timestamptz not null,
  primary key (period, metric, variant)
);
comment on table published_figure is 'London-wide figures that left another service after its own disclosure control; no borough''s own.';
grant select, insert, update on published_figure to ${appRole};
