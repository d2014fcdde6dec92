-- Who wants to be told of a borough's changes, where, and how far each has been told.
create table webhook_subscription (
  id                    uuid primary key,
  version               bigint not null,
  borough_code          text not null references borough,
  client                text not null,
  url                   text not null,
  event_types           text[] not null check (cardinality(event_types) > 0),
  state                 text not null check (state in ('ACTIVE', 'PAUSED', 'FAILING', 'DEAD')),
  secret                bytea not null,
  previous_secret       bytea,
  previous_secret_until timestamptz,
  created_at            timestamptz not null,
  creation_key          text not null,
  rotation_key          text,
  position              bigint not null,
  failures              int not null default 0,
  failing_since         timestamptz,
  constraint webhook_subscription_creation unique (borough_code, client, creation_key)
);
comment on column webhook_subscription.secret is 'Encrypted (AES-256-GCM, bound to the id); the key is not in this database.';
comment on column webhook_subscription.position is 'The last change of the feed for which deliveries were made.';
create index webhook_subscription_by_client on webhook_subscription (borough_code, client, id desc);
alter table webhook_subscription enable row level security;
alter table webhook_subscription force row level security;
create policy borough on webhook_subscription
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update, delete on webhook_subscription to ${appRole};

create table webhook_delivery (
  id              uuid primary key,
  subscription_id uuid not null references webhook_subscription on delete cascade,
  borough_code    text not null,
  webhook_id      uuid not null,
  change_id       uuid,
  type            text not null,
  body            text not null,
  state           text not null check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
  attempts        int not null,
  next_attempt_at timestamptz not null,
  last_attempt_at timestamptz,
  last_status     int,
  last_failure    text,
  created_at      timestamptz not null,
  constraint webhook_delivery_of_change unique (subscription_id, change_id)
);
comment on column webhook_delivery.change_id is 'Null for a test.';
comment on column webhook_delivery.next_attempt_at is 'Also the end of the lease of whoever is sending it now.';
create index webhook_delivery_due on webhook_delivery (subscription_id, next_attempt_at) where state = 'PENDING';
create index webhook_delivery_by_subscription on webhook_delivery (subscription_id, id desc);
create index webhook_delivery_by_age on webhook_delivery (created_at) where state <> 'PENDING';
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy borough on webhook_delivery
  using (current_setting('app.borough', true) in ('*', borough_code))
  with check (current_setting('app.borough', true) in ('*', borough_code));
grant select, insert, update, delete on webhook_delivery to ${appRole};
