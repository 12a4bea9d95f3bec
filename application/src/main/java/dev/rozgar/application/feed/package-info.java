/// What became of listed jobs, for those who keep a copy of the list: an endless list of changes that a
/// reader follows with a cursor of its own.
///
/// Every change comes at least once, however many writers there are and in whatever order they commit;
/// several changes of a job that were not read yet come as one. What comes is the job as it is when it is
/// read, or that it is not listed any more.
@NullMarked
package dev.rozgar.application.feed;

import org.jspecify.annotations.NullMarked;
