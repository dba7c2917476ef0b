/** Reviews by people: who voted how in which review. */
@NullMarked
package io.realname.review;

import org.jspecify.annotations.NullMarked;
