/** Both doors, over HTTP, against the contract with clients. */
@NullMarked
package io.realname.doors;

import org.jspecify.annotations.NullMarked;
