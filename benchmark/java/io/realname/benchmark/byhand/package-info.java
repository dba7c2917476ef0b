/**
 * The honest floor: everything that realname does for a verification, without an engine. The doors and capabilities are
 * the product's own classes. What the engine and the steps of the diagram do there is written by hand here: a row says
 * which step of an application is the next one. Rooms of the product that know the engine are not loaded.
 */
@NullMarked
package io.realname.benchmark.byhand;

import org.jspecify.annotations.NullMarked;
