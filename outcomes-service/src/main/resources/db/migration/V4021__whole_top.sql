-- Every item of the TOP, who owns a record, and corrections that supersede instead of edit.

alter table top_record
  add column anchor               text not null default 'TREATMENT' check (anchor in ('TREATMENT', 'PROGRAMME')),
  add column treatment_started_on date,
  add column treatment_ended_on   date,
  add column episode_reference    text,
  add column client_reference     text,
  add column record_reference     text,
  add column organisation         text,
  add column care_coordinator     boolean not null default false,
  add column national_consent     boolean,
  add column in_window            boolean,
  add column content_digest       text;
-- The owner of the tables is bound by row-level security like everybody.
select set_config('app.borough', '*', true);
update top_record set organisation = received_from;
alter table top_record alter column organisation set not null;
comment on column top_record.organisation is 'Who completed it: one organisation owns the TOPs of a client.';
comment on column top_record.care_coordinator is 'Whether that organisation coordinates his care (TOPCC): its record is preferred.';
comment on column top_record.in_window is 'Within the window of its stage around his treatment; null when his treatment''s dates are not given.';
comment on column top_record.national_consent is 'Whether he agreed that the national system is told; not asked is no.';
comment on column top_record.record_reference is 'The sender''s own number of the record: sent again, it is the same record.';
-- Two organisations may both have a start: kept and reconciled, not refused.
drop index top_record_one_start;
create unique index top_record_reference on top_record (borough_code, received_from, record_reference);
create index top_record_content on top_record (borough_code, received_from, content_digest);
create index top_record_newest on top_record (borough_code, id desc);
create index top_record_client on top_record (borough_code, client_reference) where client_reference is not null;
create index top_record_day on top_record (borough_code, interviewed_on, id);

-- Every item that is counted in days, substances first.
alter table top_answer rename column substance to item;
alter table top_answer add column typical_amount numeric(7, 2) check (typical_amount >= 0);
comment on column top_answer.typical_amount is 'On a using day, in the unit of the substance.';

create table top_yes_no (
  top_record_id uuid not null references top_record,
  item          text not null,
  answer        boolean not null,
  primary key (top_record_id, item)
);
comment on table top_yes_no is 'No row: not answered, or not asked by the form.';
alter table top_yes_no enable row level security;
alter table top_yes_no force row level security;
create policy borough on top_yes_no
  using (top_record_id in (select id from top_record))
  with check (top_record_id in (select id from top_record));
grant select, insert on top_yes_no to ${appRole};

alter table top_measure
  add column psychological_health int,
  add column physical_health      int,
  add column alcohol_amount       numeric(7, 2),
  add column opiates_amount       numeric(7, 2),
  add column crack_amount         numeric(7, 2),
  add column cocaine_amount       numeric(7, 2),
  add column amphetamines_amount  numeric(7, 2),
  add column cannabis_amount      numeric(7, 2),
  add column other_amount         numeric(7, 2),
  add column care_coordinator     boolean not null default false,
  add column in_window            boolean;

create table top_supersession (
  top_record_id uuid primary key references top_record,
  superseded_by uuid unique references top_record deferrable initially deferred,
  borough_code  text not null,
  reason        text not null check (reason in ('DATA_ENTRY', 'CLIENT_CORRECTION', 'WRONG_CLIENT')),
  superseded_at timestamptz not null,
  recorded_by   text not null,
  check (superseded_by is not null or reason = 'WRONG_CLIENT')
);
comment on table top_supersession is 'A record that no longer counts, and the one that counts instead; none for another man''s.';
alter table top_supersession enable row level security;
alter table top_supersession force row level security;
create policy referring_borough on top_supersession
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
-- Whoever counts a record's numbers must know when they no longer count.
create policy borough_of_the_run_counts on top_supersession for select
  using (top_record_id in (select top_record_id from top_measure));
grant select, insert on top_supersession to ${appRole};
