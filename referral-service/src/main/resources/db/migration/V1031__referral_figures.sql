-- Characteristics as a referrer gives them; also brought by the referral form's own migration.
alter table referral add column if not exists equality jsonb;

-- What figures of a period select by; the borough in it, so that a borough's figures read no other's rows.
create index referral_by_day on referral (referral_date, referring_borough_code);
create index referral_by_screening on referral (screening_id);
create index screening_by_time on screening (screened_at, borough_code);
create index referral_decision_by_day on referral_status_change (effective_on, borough_code)
  where to_status in ('ACCEPTED', 'DECLINED');
create index referral_returned on referral_status_change (referral_id) where to_status = 'RETURNED_INCOMPLETE';

create table enrolment_start (
  referral_id  uuid primary key references referral,
  borough_code text not null references borough,
  started_on   date not null
);
comment on table enrolment_start is 'The day a referred man first attended a countable session, from programme-service.';
create index enrolment_start_by_day on enrolment_start (started_on, borough_code);
alter table enrolment_start enable row level security;
alter table enrolment_start force row level security;
create policy borough on enrolment_start
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update on enrolment_start to ${appRole};

create table equality_publication (
  id           uuid primary key,
  period       text not null check (period ~ '^20[0-9]{2}-Q[1-4]$'),
  basis        text not null check (basis in ('RECEIVED', 'STARTED')),
  published_at timestamptz not null,
  published_by text not null,
  cells        jsonb not null
);
comment on table equality_publication is 'What was published of the equality profile; the latest of a period and basis stands.';
create index equality_publication_by_period on equality_publication (period, basis, id desc);
alter table equality_publication enable row level security;
alter table equality_publication force row level security;
-- All of London together: nothing a single borough could be shown a part of.
create policy staff_only on equality_publication
  using (current_setting('app.borough', true) = '*')
  with check (current_setting('app.borough', true) = '*');
grant select, insert on equality_publication to ${appRole};
