-- Appointments for suitability assessments, the agreements signed before them, and what was found.
create table assessment_appointment (
  id           uuid primary key,
  version      bigint not null,
  referral_id  uuid not null references referral,
  borough_code text not null,
  round        int not null check (round >= 1),
  starts_at    timestamptz not null,
  minutes      int not null check (minutes between 15 and 240),
  place        text not null,
  format       text not null check (format in ('IN_PERSON', 'VIDEO', 'PHONE')),
  status       text not null check (status in ('OFFERED', 'KEPT', 'NOT_ATTENDED', 'CANCELLED')),
  reason_code  text,
  assessor     text not null,
  offered_on   date not null,
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  closed_at    timestamptz,
  closed_by    text,
  check ((status = 'OFFERED') = (closed_at is null)),
  check ((status = 'CANCELLED') = (reason_code is not null))
);
create index assessment_appointment_by_referral on assessment_appointment (referral_id, id desc);
create index assessment_appointment_open on assessment_appointment (starts_at) where status = 'OFFERED';
alter table assessment_appointment enable row level security;
alter table assessment_appointment force row level security;
create policy borough on assessment_appointment
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update on assessment_appointment to ${appRole};

create table confidentiality_agreement (
  id           uuid primary key,
  referral_id  uuid not null references referral,
  borough_code text not null,
  version      text not null,
  signed_on    date not null,
  explained_by text,
  recorded_at  timestamptz not null,
  recorded_by  text not null
);
create index confidentiality_agreement_by_referral on confidentiality_agreement (referral_id, id desc);
alter table confidentiality_agreement enable row level security;
alter table confidentiality_agreement force row level security;
create policy borough on confidentiality_agreement
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert on confidentiality_agreement to ${appRole};

alter table assessment
  add column round                            int not null default 1 check (round >= 1),
  add column appointment_id                   uuid unique references assessment_appointment,
  add column criteria_met                     text[] not null default '{}',
  add column criteria_not_met                 text[] not null default '{}',
  add column acknowledgement                  text check (acknowledgement in ('FULL', 'PARTIAL', 'DENIES')),
  add column children_safeguarding_considered boolean;
comment on column assessment.children_safeguarding_considered is 'Null when it was not said.';
-- Numbered anew after a reopening.
alter table assessment drop constraint assessment_referral_id_number_key;
alter table assessment add unique (referral_id, round, number);
