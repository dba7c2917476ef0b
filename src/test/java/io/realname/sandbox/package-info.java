/**
 * A stand-in for the providers. It speaks their wire protocols over real HTTP and checks signatures, so the production
 * adapters call it unchanged. For tests and the run command; never packaged with the application.
 */
@NullMarked
package io.realname.sandbox;

import org.jspecify.annotations.NullMarked;
