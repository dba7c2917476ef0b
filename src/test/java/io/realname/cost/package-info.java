/** What applications cost: a change that adds a round trip must be a decision. */
@NullMarked
package io.realname.cost;

import org.jspecify.annotations.NullMarked;
