/**
 * Measures what one verification costs, beside two other systems that do the same in other ways. {@code benchmark/run}
 * runs it; nothing of it is in the product.
 */
@NullMarked
package io.realname.benchmark;

import org.jspecify.annotations.NullMarked;
