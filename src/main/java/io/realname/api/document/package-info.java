/** Completes the OpenAPI document of the typed door where the annotations of its routes are not enough. */
@NullMarked
package io.realname.api.document;

import org.jspecify.annotations.NullMarked;
