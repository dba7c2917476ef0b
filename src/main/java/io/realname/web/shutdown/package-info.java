/** How a node ends without losing a request. */
@NullMarked
package io.realname.web.shutdown;

import org.jspecify.annotations.NullMarked;
