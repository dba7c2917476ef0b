-- What a reviewer has typed and not sent yet: one row for each step of a review and person, sealed. It is removed with the task.
create table review_draft (
    application uuid not null references application (id),
    review text not null,
    step text not null,
    reviewer text not null,
    content bytea not null,
    saved_at timestamptz not null,
    primary key (review, step, reviewer)
);
