-- Quarterly returns, kept as the bytes that were handed out.

create table return_key (
  id          text primary key,
  public_key  bytea not null,
  private_key bytea,
  created_at  timestamptz not null
);
comment on column return_key.private_key is 'Null when the key comes from the configuration.';
grant select, insert on return_key to ${appRole};

create table frozen_return (
  id          uuid primary key,
  product     text not null,
  area        text not null,
  period      text not null,
  version     int not null,
  release_id  uuid not null references feed_release,
  policy      text not null,
  as_of       timestamptz not null,
  frozen_at   timestamptz not null,
  frozen_by   text not null,
  reason      text,
  document    bytea not null,
  report      bytea not null,
  checksum    text not null,
  signature   text not null,
  unique (product, area, period, version),
  check ((version = 1) = (reason is null))
);
comment on column frozen_return.checksum is 'SHA-256 of the document, in hexadecimal digits.';
create index frozen_return_newest on frozen_return (product, area, id desc);
alter table frozen_return enable row level security;
alter table frozen_return force row level security;
create policy reader on frozen_return
  using (current_setting('app.borough', true) in ('*', area)
         or (product = 'shared' and current_setting('app.borough', true) <> ''))
  with check (current_setting('app.borough', true) = '*');
grant select, insert on frozen_return to ${appRole};
create trigger frozen_return_append_only before update or delete or truncate on frozen_return
  for each statement execute function refuse_change();
