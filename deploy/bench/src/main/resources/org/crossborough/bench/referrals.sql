-- Generated referrals of nobody, older than everything that follows, spread over all boroughs. Numbers :from to :to of :of.
begin;
-- What triggers would note for each is written here at once instead.
set local session_replication_role = replica;
set local synchronous_commit = off;

create temporary table made on commit drop as
select n,
  uuidv7((n - :of - 60) * interval '1 minute') as id,
  uuidv7() as screening_id,
  now() + (n - :of - 60) * interval '1 minute' as at,
  'E090000' || lpad((1 + n % 33)::text, 2, '0') as borough,
  (array['RECEIVED', 'IN_TRIAGE', 'ASSESSMENT_OFFERED', 'DECLINED', 'DECLINED', 'WITHDRAWN', 'REDIRECTED',
    'ALLOCATED', 'ALLOCATED', 'ALLOCATED'])[1 + (n / 33) % 10] as status
from generate_series(:from, :to) as n;

insert into screening (id, borough_code, instrument_code, instrument_version, screened_at, screened_by_role, seen_alone,
  confidentiality_explained, interpreter_used, disclosed_physical_12m, disclosed_sexual_12m,
  disclosed_coercive_control_12m, disclosed_emotional_12m, disclosed_economic_12m, immediate_risk_identified,
  safeguarding_actions, result, client_agrees_to_referral, partner_details_agreed, recorded_at, recorded_by)
select screening_id, borough, 'DEMO_PERPETRATION', 1, at, 'DRUG_ALCOHOL_WORKER', true, true, 'NONE', 'YES', 'NO', 'YES',
  'YES', 'NOT_ASKED', false, '{}'::text[], 'POSITIVE_REFER', true, true, at, 'bench' from made
union all
-- One that is current, for those who will be referred.
select uuidv7(), 'E09000019', 'DEMO_PERPETRATION', 1, now() - interval '1 hour', 'DRUG_ALCOHOL_WORKER', true, true, 'NONE',
  'YES', 'NO', 'YES', 'YES', 'NOT_ASKED', false, '{}'::text[], 'POSITIVE_REFER', true, true, now(), 'bench';

insert into referral (id, version, reference, external_reference, submitting_client, referring_borough_code,
  residence_borough_code, commissioning_borough_code, status, referral_date, received_at, screening_id, referrer_type,
  referrer_organisation, treatment_provider, treatment_episode_ref, main_substance, person_id, given_name, family_name,
  date_of_birth, sex, phone, assessments, allocated_run_id, allocated_starts_on, ended_at)
select id, 1, 'BENCH-' || n, 'BENCH-' || n, 'bench', borough, borough, borough, status, at::date, at, screening_id,
  'DRUG_SERVICE', 'Demo treatment service', 'Demo treatment provider', 'DEMO-EPISODE-' || n, 'ALCOHOL', uuidv7(),
  'Demo', 'Man ' || n, date '1960-01-01' + n % 15000, 'M', '020 7946 0900', 0,
  case status when 'ALLOCATED' then id end, case status when 'ALLOCATED' then at::date end,
  case when status in ('DECLINED', 'WITHDRAWN', 'REDIRECTED', 'ALLOCATED') then at end from made;

insert into referral_status_change (id, referral_id, borough_code, transition, to_status, at, by, effective_on)
select uuidv7(), id, borough, 'RECEIVE', status, at, 'bench', at::date from made;

insert into case_list_entry (referral_id, borough_code, status, next_limit, next_due_on)
select id, borough, status, case when status in ('RECEIVED', 'IN_TRIAGE') then 'TRIAGE' end,
  case when status in ('RECEIVED', 'IN_TRIAGE') then at::date + 7 end from made;

insert into case_search (referral_id, searched) select id, 'demo man ' || n || ' bench' || n from made;

insert into person_token (referral_id, kind, key_id, token)
select id, kind, 'local', sha256(convert_to(kind || id, 'UTF8'))
from made, unnest(array['NAME_AND_BIRTH', 'SOUND_AND_BIRTH']) as kind;
commit;
analyze;
