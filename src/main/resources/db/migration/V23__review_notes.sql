-- What reviewers tell each other about a task; no votes. The content is sealed.
create table review_note (
    id uuid primary key,
    application uuid not null references application (id),
    review text not null,
    step text not null,
    kind text not null,
    author text not null,
    addressee text not null,
    content bytea not null,
    written_at timestamptz not null
);
create index review_note_of_application on review_note (application, written_at);
