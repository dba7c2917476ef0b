/**
 * The engine door: the two routes of the engine's REST API that clients may use, and the three by which analysts deploy
 * diagrams.
 */
@NullMarked
package io.realname.process.door;

import org.jspecify.annotations.NullMarked;
