/**
 * A stand-in for the providers that speaks their wire protocols over real HTTP, signatures checked, so that the
 * production adapters run against it unchanged. For tests and the run command; never packaged with the application.
 */
@NullMarked
package io.realname.sandbox;

import org.jspecify.annotations.NullMarked;
