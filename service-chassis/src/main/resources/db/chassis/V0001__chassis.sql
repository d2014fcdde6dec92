-- What every service needs: events out, events in, repeated requests, audit.
-- ${appRole} is the role the service connects with; it owns nothing here.

create table outbox (
  seq            bigint generated always as identity primary key,
  event_id       uuid not null unique,
  topic          text not null,
  key            uuid not null,
  type           text not null,
  occurred_at    timestamptz not null,
  correlation_id text,
  payload        bytea,
  recorded_at    timestamptz not null default now(),
  partition      int,
  sent_offset    bigint,
  check ((partition is null) = (sent_offset is null))
);
comment on table outbox is 'A log, not a queue: a sent row stays, so that it can be sent again when a broker forgot it.';
create index outbox_unsent on outbox (seq) where sent_offset is null;
create index outbox_sent on outbox (topic, partition, sent_offset) where sent_offset is not null;
grant select, insert on outbox to ${appRole};
grant update (partition, sent_offset) on outbox to ${appRole};

create table inbox (
  event_id   uuid primary key,
  topic      text not null,
  type       text not null,
  applied_at timestamptz not null default now()
);
create table inbox_position (
  topic        text not null,
  partition    int not null,
  next_offset  bigint not null,
  leader_epoch int,
  primary key (topic, partition)
);
create table parked_event (
  topic      text not null,
  partition  int not null,
  "offset"   bigint not null,
  event_id   uuid,
  type       text,
  reason     text not null,
  parked_at  timestamptz not null default now(),
  primary key (topic, partition, "offset")
);
comment on table parked_event is 'Coordinates only: what could not be applied stays on the broker, and no personal data comes here.';
grant select, insert on inbox to ${appRole};
grant select, insert, update on inbox_position to ${appRole};
grant select, insert on parked_event to ${appRole};

create table idempotency_key (
  caller       text not null,
  key          text not null,
  request_hash bytea not null,
  status       int,
  location     text,
  etag         text,
  body         bytea,
  created_at   timestamptz not null default now(),
  primary key (caller, key)
);
grant select, insert on idempotency_key to ${appRole};
grant update (status, location, etag, body) on idempotency_key to ${appRole};

create table audit_entry (
  seq            bigint primary key,
  at             timestamptz not null,
  actor          text not null,
  action         text not null,
  subject        text not null,
  purpose        text not null,
  outcome        text not null,
  correlation_id text not null,
  previous_hash  bytea not null,
  hash           bytea not null
);
grant select, insert on audit_entry to ${appRole};

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();
