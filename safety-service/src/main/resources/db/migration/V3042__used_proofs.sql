-- Which proofs of possession were used, hashed, for as long as they are fresh. Not logged, so that taking one waits for no
-- disk: what a crash forgets can be used again for a minute and a half by nobody but who holds the token as well.
create unlogged table used_proof (
  proof     bytea primary key check (length(proof) = 32),
  forget_at timestamptz not null
);
create index used_proof_forget_at on used_proof (forget_at);
alter table used_proof enable row level security;
alter table used_proof force row level security;
create policy support_side on used_proof to ${appRole}
  using (current_setting('app.borough', true) = '*');
revoke all on used_proof from public;
grant select, insert, delete on used_proof to ${appRole};
-- To leave alone what another process is deleting, a row is locked first.
grant update (forget_at) on used_proof to ${appRole};
