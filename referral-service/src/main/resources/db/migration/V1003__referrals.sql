create table referral (
  id                         uuid primary key,
  version                    bigint not null,
  reference                  text not null constraint referral_reference unique,
  external_reference         text not null,
  submitting_client          text not null,
  referring_borough_code     text not null references borough,
  residence_borough_code     text not null references borough,
  commissioning_borough_code text not null references borough,
  status                     text not null,
  referral_date              date not null,
  received_at                timestamptz not null,
  screening_id               uuid not null references screening,
  referrer_type              text not null,
  referrer_organisation      text not null,
  treatment_provider         text not null,
  treatment_episode_ref      text not null,
  main_substance             text not null,
  risk_notes                 text,
  person_id                  uuid not null unique,
  given_name                 text not null,
  family_name                text not null,
  date_of_birth              date not null,
  sex                        text not null,
  phone                      text,
  postcode                   text,
  nhs_number                 text,
  receipt_id                 uuid,
  receipt_person_count       int check (receipt_person_count >= 1),
  assessments                int not null check (assessments between 0 and 4),
  assessment_result          text,
  agreement_version          text,
  agreement_signed_on        date,
  review_on                  date,
  allocated_run_id           uuid,
  allocated_starts_on        date,
  ended_at                   timestamptz,
  -- With the borough in it: what one borough calls a referral tells another nothing.
  constraint referral_external_reference unique (referring_borough_code, submitting_client, external_reference),
  check ((receipt_id is null) = (receipt_person_count is null)),
  check (status <> 'ALLOCATED' or allocated_run_id is not null),
  check (status <> 'DEFERRED' or review_on is not null)
);
-- Newest first, for all and for one borough, with and without a status: a page costs the same at any size.
create index referral_by_borough on referral (referring_borough_code, id desc);
create index referral_by_borough_and_status on referral (referring_borough_code, status, id desc);
create index referral_by_status on referral (status, id desc);
alter table referral enable row level security;
alter table referral force row level security;
create policy borough on referral
  using (current_setting('app.borough', true) in ('*', referring_borough_code))
  with check (current_setting('app.borough', true) in ('*', referring_borough_code));
grant select, insert, update on referral to ${appRole};

create table referral_status_change (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  borough_code text not null,
  transition   text not null,
  from_status  text,
  to_status    text not null,
  at           timestamptz not null,
  by           text not null,
  effective_on date not null,
  reason_code  text
);
create index referral_status_change_by_referral on referral_status_change (referral_id, id);
alter table referral_status_change enable row level security;
alter table referral_status_change force row level security;
create policy borough on referral_status_change
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert on referral_status_change to ${appRole};

create table assessment (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  borough_code text not null,
  number       int not null check (number between 1 and 4),
  assessed_on  date not null,
  result       text not null,
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  unique (referral_id, number)
);
alter table assessment enable row level security;
alter table assessment force row level security;
create policy borough on assessment
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert on assessment to ${appRole};
