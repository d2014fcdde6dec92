-- Definitions are files; here is which of them was used first, from when on it must not change.
alter table screening_instrument add column checksum text;
alter table screening_instrument add column first_used_at timestamptz;
alter table screening_instrument add constraint screening_instrument_used
  check ((checksum is null) = (first_used_at is null));
comment on column screening_instrument.checksum is 'SHA-256 of the definition first used; null until then.';
grant insert on screening_instrument to ${appRole};
grant update (checksum, first_used_at) on screening_instrument to ${appRole};

-- What a screening can say besides; older ones and short instruments leave it out.
alter table screening
  add column screening_organisation text,
  add column current_substances text[],
  add column audit_score int check (audit_score between 0 and 40),
  add column dudit_score int check (dudit_score between 0 and 44),
  add column relationship_status text,
  add column lives_with_partner boolean,
  add column children_under_18_in_contact boolean,
  add column disclosed_ever text,
  add column substance_used_instrumentally text,
  add column last_incident_band text,
  add column acknowledges_behaviour text,
  add column answers jsonb,
  add column outcome text;
comment on column screening.answers is 'Answers to the items that only this instrument asks.';
comment on column screening.outcome is 'What the rules of the instrument came to; null when it has none.';
create index screening_by_borough on screening (borough_code, id desc);

create table screening_supplement (
  id                 uuid primary key,
  screening_id       uuid not null references screening,
  borough_code       text not null references borough,
  instrument_code    text not null,
  instrument_version int not null,
  answers            jsonb not null,
  scores             jsonb not null,
  outcome            text,
  foreign key (instrument_code, instrument_version) references screening_instrument,
  unique (screening_id, instrument_code)
);
comment on table screening_supplement is 'A second instrument, such as AUDIT-C, answered at the same screening.';
alter table screening_supplement enable row level security;
alter table screening_supplement force row level security;
create policy borough on screening_supplement
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert on screening_supplement to ${appRole};
