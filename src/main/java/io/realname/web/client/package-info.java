/** Authentication of client apps: compares their secrets and slows down guessing. */
@NullMarked
package io.realname.web.client;

import org.jspecify.annotations.NullMarked;
