/** The app killed, the provider hanging: nothing is lost, nothing done twice. */
@NullMarked
package io.realname.fault;

import org.jspecify.annotations.NullMarked;
