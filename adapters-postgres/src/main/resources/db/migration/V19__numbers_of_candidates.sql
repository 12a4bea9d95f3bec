-- Candidates are numbered by this sequence or from outside, by whoever issues tokens: each side has numbers of its own. The
-- domain knows the border as well; a test compares them.

select setval('candidate_id', 1000000000000, false) from candidate_id where last_value < 1000000000000;
