/** Requests with files: how many run at once, how long they may take, and their parts. */
@NullMarked
package io.realname.api.upload;

import org.jspecify.annotations.NullMarked;
