-- Our tables; the engine creates and upgrades its own (ACT_*).
-- Columns of type bytea hold sealed data (AEAD, bound to table, column and row) or blind indexes (keyed hashes, *_key).

create table account (
    user_name         text        primary key,
    site              text        not null,
    kind              text        not null,
    mobile            bytea,
    mobile_key        bytea,
    mobile_changed_at timestamptz not null,
    open_business     text[]      not null default '{}',
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);

-- One row an identity; its row lock orders everything that binds or releases that identity anywhere in the group.
create table identity (
    identity_key bytea primary key
);

create table application (
    id                    uuid        primary key,
    kind                  text        not null,
    client                text        not null,
    account               text        not null references account (user_name),
    site                  text        not null,
    status                text        not null,
    action                text,
    action_reason         text,
    action_expires_at     timestamptz,
    outcome               text,
    outcome_reason        text,
    outcome_options       text[]      not null default '{}',
    outcome_account       text,
    identity_key          bytea       not null,
    person                bytea       not null,
    mobile                bytea,
    pan                   bytea,
    agreement_version     text,
    agreement_accepted_at timestamptz,
    created_at            timestamptz not null,
    updated_at            timestamptz not null,
    ended_at              timestamptz
);
create unique index application_open_per_account on application (account) where ended_at is null;
create index application_of_account on application (account, created_at);
create index application_ended on application (ended_at);

create table binding (
    id           uuid        primary key,
    identity_key bytea       not null references identity (identity_key),
    site         text        not null,
    account      text        not null references account (user_name),
    method       text        not null,
    person       bytea       not null,
    application  uuid        not null references application (id),
    verified_at  timestamptz not null,
    released_at  timestamptz
);
create unique index binding_one_account_per_site on binding (identity_key, site) where released_at is null;
create unique index binding_one_identity_per_account on binding (account) where released_at is null;

-- At most once for what is billed: a row is RESERVED before the call, SENT when the call begins, then decided.
create table bank_card_check (
    application  uuid        not null references application (id),
    try          int         not null,
    account      text        not null,
    identity_key bytea       not null,
    card_key     bytea       not null,
    state        text        not null,
    result       text,
    result_code  text,
    request_id   text,
    reserved_at  timestamptz not null,
    sent_at      timestamptz,
    decided_at   timestamptz,
    primary key (application, try)
);
create index bank_card_check_of_account on bank_card_check (account, reserved_at);
create index bank_card_check_of_identity on bank_card_check (identity_key, reserved_at);
create index bank_card_check_of_card on bank_card_check (card_key, reserved_at);

-- The tries of an application, over all its codes.
create table mobile_confirmation (
    application uuid  primary key references application (id),
    tries       int   not null default 0,
    confirmed   bytea
);

create table mobile_code (
    id            uuid        primary key,
    application   uuid        not null references application (id),
    purpose       text        not null,
    mobile_key    bytea       not null,
    code_mac      bytea       not null,
    state         text        not null,
    serial_number text,
    created_at    timestamptz not null,
    expires_at    timestamptz
);
create unique index mobile_code_one_live on mobile_code (application) where state in ('SENDING', 'SENT');
create index mobile_code_of_number on mobile_code (mobile_key, created_at);

-- Wrong tries in a row of a number or an account, across applications.
create table mobile_code_throttle (
    subject_key  bytea       primary key,
    wrong_in_row int         not null,
    locked_until timestamptz not null,
    updated_at   timestamptz not null
);

create table idempotent_request (
    client      text        not null,
    key_index   bytea       not null,
    fingerprint bytea       not null,
    status      int         not null,
    location    text,
    body        text        not null,
    created_at  timestamptz not null,
    primary key (client, key_index)
);
create index idempotent_request_age on idempotent_request (created_at);
