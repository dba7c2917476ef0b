-- The group by which the reviewer was entitled: where they asked for more evidence, they get it back by it. Votes from before
-- this was noted have none.
alter table review_vote add column voted_for text;
