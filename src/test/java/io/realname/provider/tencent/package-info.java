@NullMarked
package io.realname.provider.tencent;

import org.jspecify.annotations.NullMarked;
