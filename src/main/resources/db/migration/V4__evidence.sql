-- Files of an application. Rows stay; what retention removes is the content.
create table evidence (
    id            uuid        primary key,
    -- A start keeps its files before it has registered the application.
    application   uuid        not null references application (id) deferrable initially deferred,
    number        bigint      not null generated always as identity,
    kind          text        not null,
    type          text        not null,
    bytes         int         not null,
    content_key   bytea       not null,
    added_at      timestamptz not null,
    superseded_at timestamptz,
    removed_at    timestamptz
);
create index evidence_of_application on evidence (application, number);
create index evidence_not_removed on evidence (application) where removed_at is null;
create unique index evidence_one_of_a_kind on evidence (application, kind) where superseded_at is null and kind <> 'OTHER';

-- Sealed, so compressing it would be of no use.
create table evidence_content (
    evidence uuid  primary key references evidence (id),
    content  bytea not null
);
alter table evidence_content alter column content set storage external;
