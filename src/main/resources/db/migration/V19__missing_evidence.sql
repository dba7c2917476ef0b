-- The kinds of evidence that a reviewer asks for.
alter table review_vote add column missing text[] not null default '{}';
