/** Adapter to ClamAV: scans evidence through a {@code clamd}. */
@NullMarked
package io.realname.provider.clamav;

import org.jspecify.annotations.NullMarked;
