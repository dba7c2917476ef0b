@NullMarked
package io.realname.sandbox.jdcloud;

import org.jspecify.annotations.NullMarked;
