/** The only package that knows the engine: delegates, names, correlation, engine settings. */
@NullMarked
package io.realname.process;

import org.jspecify.annotations.NullMarked;
