/** How the engine is set up: history, authorizations, incidents, and the holes of 7.24.0 closed. */
@NullMarked
package io.realname.process.engine;

import org.jspecify.annotations.NullMarked;
