-- What an enterprise application says beside what every application says. The details are sealed, and forgotten at its end.
create table enterprise (
    application       uuid        primary key references application (id),
    type              text        not null,
    details           bytea,
    -- The personal verification on which it is built, if it is an upgrade.
    upgrades          uuid        references binding (id),
    amount_tries_left int,
    frozen_until      timestamptz
);

-- At most once for what is billed: a row is RESERVED before the call, SENT when the call begins, then decided.
create table licence_check (
    application uuid        primary key references application (id),
    state       text        not null,
    result      text,
    differing   text[]      not null default '{}',
    request_id  text,
    reserved_at timestamptz not null,
    sent_at     timestamptz,
    decided_at  timestamptz
);

-- The same for money. What is LOST is sent again when an operator has been called to it since, and not before.
create table corporate_payment (
    application  uuid        not null references application (id),
    try          int         not null,
    state        text        not null,
    order_number text,
    result_code  text,
    request_id   text,
    incidents    int,
    reserved_at  timestamptz not null,
    sent_at      timestamptz,
    decided_at   timestamptz,
    primary key (application, try)
);

-- The amounts that were stated. The amount is sealed, and forgotten once it was compared. Those that are spent no longer
-- count as wrong in a row.
create table stated_amount (
    application uuid        not null references application (id),
    number      int         not null,
    account     text        not null references account (user_name),
    amount      bytea,
    result      text,
    spent       boolean     not null default false,
    stated_at   timestamptz not null,
    decided_at  timestamptz,
    primary key (application, number)
);
create index stated_amount_of_account on stated_amount (account) where not spent;

-- The accounts that are verified as an enterprise's, each once.
create table verified_enterprise (
    account      text        primary key references account (user_name),
    site         text        not null,
    licence_key  bytea       not null,
    licence_type text        not null,
    enterprise   bytea       not null,
    application  uuid        not null references application (id),
    verified_at  timestamptz not null
);
create index verified_enterprise_of_application on verified_enterprise (application);
