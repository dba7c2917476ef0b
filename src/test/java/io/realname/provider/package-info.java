@NullMarked
package io.realname.provider;

import org.jspecify.annotations.NullMarked;
