-- Every review that people were asked for, noted when it began: what the engine's variables say may change afterwards.
create table review (
    id          text        primary key,
    application uuid        not null,
    by_two      boolean     not null,
    opened_at   timestamptz not null
);
create index review_of_application on review (application, opened_at);
