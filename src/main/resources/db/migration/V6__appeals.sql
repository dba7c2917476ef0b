-- What an appeal says beside what every application does. The statement is sealed.
create table appeal (
    application    uuid    primary key references application (id),
    reason         text    not null,
    statement      bytea,
    verify_account boolean not null
);

-- One open appeal an identity, whoever files it.
create unique index application_one_open_appeal on application (identity_key) where kind = 'APPEAL' and ended_at is null;
create index application_of_identity on application (identity_key, created_at) where kind = 'APPEAL';

-- The bindings that a yes releases, as the reviewers saw them.
create table appeal_holding (
    appeal  uuid not null references application (id),
    binding uuid not null references binding (id),
    account text not null references account (user_name),
    site    text not null,
    primary key (appeal, binding)
);
create index appeal_holding_of_account on appeal_holding (account);
create index appeal_holding_of_binding on appeal_holding (binding);

-- Whom we told that an appeal was approved, once in each review.
create table appeal_notice (
    appeal  uuid        not null references application (id),
    review  int         not null,
    account text        not null references account (user_name),
    result  text        not null,
    sent_at timestamptz not null,
    primary key (appeal, review, account)
);

create table appeal_objection (
    appeal      uuid        not null references application (id),
    account     text        not null references account (user_name),
    statement   bytea,
    objected_at timestamptz not null,
    primary key (appeal, account)
);

-- The appeal against which an objection is made, and what the holder says, until it is raised.
alter table application add column objects_to uuid references application (id);
alter table application add column statement bytea;
