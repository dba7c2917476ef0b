/**
 * Rewrites pictures: keeps only what the pixels need, decodes them within limits, and makes them upright and opaque.
 */
@NullMarked
package io.realname.evidence.picture;

import org.jspecify.annotations.NullMarked;
