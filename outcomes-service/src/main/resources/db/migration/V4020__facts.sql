-- What other services told is kept as it was told, each fact once; every row that a figure counts is
-- computed from the facts of its subject and nothing else, so that neither order nor repeats matter.
create table fact (
  subject_id uuid not null,
  kind       text not null,
  told_at    timestamptz not null,
  data       jsonb not null,
  digest     uuid not null generated always as (cast(md5(cast(data as text)) as uuid)) stored,
  primary key (subject_id, kind, told_at, digest)
);
comment on table fact is 'Events as they were told, but for attendance, which is kept by its revisions.';
comment on column fact.subject_id is 'A referral, also for what is told of its enrolment; a run; a screening; or a period and basis of the equality profile.';
comment on column fact.told_at is 'When it happened, by the clock of the service that says so.';
alter table fact enable row level security;
alter table fact force row level security;
-- Read where rows are computed, by no caller.
create policy nobody on fact
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert on fact to ${appRole};

alter table known_run
  add column cancelled boolean not null default false,
  add column finished_on date;

alter table participation
  add column referring_borough_code     text,
  add column residence_borough_code     text,
  add column commissioning_borough_code text,
  add column referrer_type              text,
  add column referred_on                date,
  add column screening_id               uuid,
  add column returned_incomplete        boolean not null default false,
  add column referral_status            text,
  add column closed_reason              text,
  add column assessment_result          text,
  add column decision                   text check (decision in ('ACCEPTED', 'DECLINED')),
  add column decided_on                 date,
  add column acceptance_basis           text,
  add column waiting_since              date,
  add column review_on                  date,
  add column enrolment_status           text,
  add column outcome                    text check (outcome in ('NOT_STARTED', 'EXITED', 'COMPLETED')),
  add column exit_reason                text,
  add column scheduled_sessions         int not null default 0;
comment on table participation is 'One row per referral, the whole input of the metrics but for the TOPs: computed from fact and attendance. See docs/outcomes-model.md.';
comment on column participation.decision is 'The latest of the two; whatever became of him afterwards.';
comment on column participation.scheduled_sessions is 'Sessions that were held for him while he was not suspended, and any that he attended.';
create index participation_referred on participation (referred_on, referring_borough_code);
create index participation_referring on participation (referring_borough_code, referred_on);
create index participation_screening on participation (screening_id);
-- Referred by a borough, or placed on a run of one: both may count him.
drop policy borough on participation;
create policy borough on participation
  using (current_setting('app.borough', true) in ('*', referring_borough_code)
         or run_id in (select run_id from known_run))
  with check (current_setting('app.borough', true) = '*');
-- The numbers of a TOP go with the run, as before.
drop policy borough_of_the_run_counts on top_measure;
create policy borough_of_the_run_counts on top_measure for select
  using (current_setting('app.borough', true) = '*'
         or person_id in (select person_id from participation
                          where run_id in (select run_id from known_run)));

create table known_screening (
  screening_id    uuid primary key,
  borough_code    text not null,
  instrument_code text not null,
  result          text not null,
  screened_on     date not null
);
create index known_screening_day on known_screening (screened_on, borough_code);
create index known_screening_borough on known_screening (borough_code, screened_on);
alter table known_screening enable row level security;
alter table known_screening force row level security;
create policy borough on known_screening
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) = '*');
grant select, insert, update on known_screening to ${appRole};

-- A revision that is told again with something else in it must win or lose whichever came first.
alter table attendance add column told_at timestamptz not null default '-infinity';

-- Facts were not kept before this: all that there is on the topics is heard once more.
delete from inbox;
delete from inbox_position;
