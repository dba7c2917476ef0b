/** The engine door: the two routes of the engine's REST API that clients may use. */
@NullMarked
package io.realname.process.door;

import org.jspecify.annotations.NullMarked;
