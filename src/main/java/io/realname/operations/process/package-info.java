/**
 * The operators' page and its answers: cases and their steps, jobs that have stopped, payments whose answer got lost, and
 * changes of the diagrams that wait for a second person.
 */
@NullMarked
package io.realname.operations.process;

import org.jspecify.annotations.NullMarked;
