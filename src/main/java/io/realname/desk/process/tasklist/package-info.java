/** Tasklist as reviewers use it: what the form reads, which tasks they see, what the engine does for them. */
@NullMarked
package io.realname.desk.process.tasklist;

import org.jspecify.annotations.NullMarked;
