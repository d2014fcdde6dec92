-- What creating a referral reads and writes, row for row and in one transaction, without the service.
\set n random(1, 1000000000000)
begin;
select set_config('app.borough', 'E09000019', true);
insert into idempotency_key (caller, key, request_hash)
  values ('bench/baseline', 'BASE-' || :client_id || '-' || :n, sha256(convert_to(:n, 'UTF8')));
select exists (select 1 from borough_participation where borough_code in ('E09000019') and participates_from <= current_date
  and (participates_until is null or participates_until >= current_date));
select result, screened_at from screening where id = :screening and borough_code = 'E09000019';
insert into referral (id, version, reference, external_reference, submitting_client, referring_borough_code,
  residence_borough_code, commissioning_borough_code, status, referral_date, received_at, screening_id, referrer_type,
  referrer_organisation, treatment_provider, treatment_episode_ref, main_substance, person_id, given_name, family_name,
  date_of_birth, sex, phone, assessments)
values (uuidv7(), 0, 'BASE-' || :client_id || '-' || :n, 'BASE-' || :client_id || '-' || :n, 'bench', 'E09000019',
  'E09000019', 'E09000019', 'RECEIVED', current_date, now(), :screening, 'DRUG_SERVICE', 'Demo treatment service',
  'Demo treatment provider', 'DEMO-EPISODE', 'ALCOHOL', uuidv7(), 'Demo', 'Man', '1980-01-01', 'M', '020 7946 0900', 0)
returning id \gset
insert into referral_status_change (id, referral_id, borough_code, transition, to_status, at, by, effective_on)
  values (uuidv7(), :id, 'E09000019', 'RECEIVE', 'RECEIVED', now(), 'bench', current_date);
insert into outbox (event_id, topic, key, type, occurred_at, correlation_id, payload)
  values (uuidv7(), 'referral.events', :id, 'referral.received.v1', now(), 'bench', convert_to(repeat('x', 300), 'UTF8'));
insert into outbox (event_id, topic, key, type, occurred_at, correlation_id, payload)
  values (uuidv7(), 'referral.participants', :id, 'participant.v1', now(), 'bench', convert_to(repeat('x', 200), 'UTF8'));
update idempotency_key set status = 201, body = convert_to(repeat('x', 700), 'UTF8')
  where caller = 'bench/baseline' and key = 'BASE-' || :client_id || '-' || :n;
commit;
