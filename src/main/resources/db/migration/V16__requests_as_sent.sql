-- In which language a stored answer speaks: a request that is sent again may ask for another one.
alter table idempotent_request add column language text not null default 'en';
alter table idempotent_request alter column language drop default;

-- Wrong secrets in a row of one client from one network. Both only as a keyed hash; forgotten after an hour.
create table client_secret_throttle (
    subject_key  bytea       primary key,
    wrong_in_row int         not null,
    closed_until timestamptz not null,
    updated_at   timestamptz not null
);
create index client_secret_throttle_age on client_secret_throttle (updated_at);
