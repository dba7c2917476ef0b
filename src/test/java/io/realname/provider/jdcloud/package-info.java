@NullMarked
package io.realname.provider.jdcloud;

import org.jspecify.annotations.NullMarked;
