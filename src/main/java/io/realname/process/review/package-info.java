/** What reviewers read beside Tasklist: the application behind a task, its evidence, and why a decision was refused. */
@NullMarked
package io.realname.process.review;

import org.jspecify.annotations.NullMarked;
