create table if not exists account (
    name text primary key,
    site text not null,
    kind text not null
);

create table if not exists verified_identity (
    document_type   text not null,
    document_number text not null,
    account         text not null references account (name),
    real_name       text not null,
    verified_at     timestamptz not null default now(),
    primary key (document_type, document_number)
);
