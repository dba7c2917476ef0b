/** Measures what one verification costs. {@code benchmark/run} runs it; nothing of it is in the product. */
@NullMarked
package io.realname.benchmark;

import org.jspecify.annotations.NullMarked;
