/** Requests with files: how many at once, how long they may take, their parts. */
@NullMarked
package io.realname.api.upload;

import org.jspecify.annotations.NullMarked;
