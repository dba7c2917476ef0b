@NullMarked
package io.realname.architecture;

import org.jspecify.annotations.NullMarked;
