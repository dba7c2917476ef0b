@NullMarked
package io.realname.sandbox.tencent;

import org.jspecify.annotations.NullMarked;
