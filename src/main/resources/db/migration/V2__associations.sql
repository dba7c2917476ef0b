-- An association states an account, not a person: who it is about is known once the verified account is found.
alter table application alter column identity_key drop not null;
alter table application alter column person drop not null;
alter table application add column verified_account text;
alter table application add column source_binding uuid references binding (id);
alter table application add column follows uuid references application (id);
alter table application add column outcome_available_from timestamptz;
create index application_waits_for_mobile on application (verified_account) where action = 'BIND_MOBILE';

-- What an association was derived from: it falls with its source.
alter table binding add column source uuid references binding (id);
create index binding_derived on binding (source) where released_at is null;

-- Set when a number was replaced or taken away; a first number has not changed.
alter table account alter column mobile_changed_at drop not null;
update account set mobile_changed_at = null;
