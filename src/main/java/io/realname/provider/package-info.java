/** Adapters to the outside, each in a package of its own, and what they have in common. */
@NullMarked
package io.realname.provider;

import org.jspecify.annotations.NullMarked;
