/**
 * The operators' page and its answers: cases and their steps, jobs that have stopped, and payments
 * whose answer got lost.
 */
@NullMarked
package io.realname.operations.process;

import org.jspecify.annotations.NullMarked;
