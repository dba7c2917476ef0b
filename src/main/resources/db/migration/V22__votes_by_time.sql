-- What a reviewer decided in the last days, and what all of them did.
create index review_vote_of_reviewer on review_vote (reviewer, voted_at);
create index review_vote_by_time on review_vote (voted_at);
