@NullMarked
package io.realname;

import org.jspecify.annotations.NullMarked;
