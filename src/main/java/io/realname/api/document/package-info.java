/** The OpenAPI document of the typed door: what the annotations of its routes do not say by themselves. */
@NullMarked
package io.realname.api.document;

import org.jspecify.annotations.NullMarked;
