/** Keeps personal data unreadable at rest: sealing (AEAD), blind indexes (keyed hashes) and masking. */
@NullMarked
package io.realname.protection;

import org.jspecify.annotations.NullMarked;
