/** The app is killed, or a provider hangs: nothing is lost, and nothing is done twice. */
@NullMarked
package io.realname.fault;

import org.jspecify.annotations.NullMarked;
