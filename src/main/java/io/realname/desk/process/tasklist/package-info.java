/** Tasklist for reviewers: the data of the form, the tasks that they see, the commands that they may run. */
@NullMarked
package io.realname.desk.process.tasklist;

import org.jspecify.annotations.NullMarked;
