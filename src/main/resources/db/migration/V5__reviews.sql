-- What people decided. A review is one run of "Review by people": in it nobody votes twice, and no step twice.
create table review_vote (
    id          uuid        primary key,
    application uuid        not null references application (id),
    review      text        not null,
    step        text        not null,
    reviewer    text        not null,
    decision    text        not null,
    reason      text,
    note        bytea,
    answer      bytea,
    voted_at    timestamptz not null
);
create unique index review_vote_one_a_person on review_vote (review, reviewer);
create unique index review_vote_one_a_step on review_vote (review, step);
create index review_vote_of_application on review_vote (application, voted_at);

-- The login, in the web apps, of the member of staff who holds the account: who holds it never reviews it.
alter table account add column staff_login text;
create index account_of_staff on account (staff_login) where staff_login is not null;
