-- Instruments are data; the shipped one is a placeholder, marked as such.
create table screening_instrument (
  code    text not null,
  version int not null,
  title   text not null,
  primary key (code, version)
);
grant select on screening_instrument to ${appRole};
insert into screening_instrument (code, version, title) values
  ('DEMO_PERPETRATION', 1, 'Placeholder screening for demonstration');

create table screening (
  id                             uuid primary key,
  borough_code                   text not null references borough,
  instrument_code                text not null,
  instrument_version             int not null,
  screened_at                    timestamptz not null,
  screened_by_role               text not null,
  seen_alone                     boolean not null check (seen_alone),
  confidentiality_explained      boolean not null check (confidentiality_explained),
  interpreter_used               text not null check (interpreter_used <> 'FAMILY'),
  disclosed_physical_12m         text not null,
  disclosed_sexual_12m           text not null,
  disclosed_coercive_control_12m text not null,
  disclosed_emotional_12m        text not null,
  disclosed_economic_12m         text not null,
  immediate_risk_identified      boolean not null,
  safeguarding_actions           text[] not null,
  result                         text not null,
  client_agrees_to_referral      boolean not null,
  partner_details_agreed         boolean not null,
  recorded_at                    timestamptz not null,
  recorded_by                    text not null,
  foreign key (instrument_code, instrument_version) references screening_instrument
);
alter table screening enable row level security;
alter table screening force row level security;
create policy borough on screening
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert on screening to ${appRole};
