/**
 * What spares the engine work that always has the same result: a job is run by the node that makes it, a decision table's
 * cells are parsed once, a definition is looked up once a second, what a transaction writes is sent at once.
 */
@NullMarked
package io.realname.process.savings;

import org.jspecify.annotations.NullMarked;
