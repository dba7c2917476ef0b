/** The typed door: REST under /api/v1, problem details, idempotency, languages. */
@NullMarked
package io.realname.api;

import org.jspecify.annotations.NullMarked;
