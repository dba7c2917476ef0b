/** Staff who log in at an identity provider or with a directory. */
@NullMarked
package io.realname.staff;

import org.jspecify.annotations.NullMarked;
