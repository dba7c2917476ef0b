/** What an operator sets: the page of all settings, what the compose file passes on, and that both are what the app reads. */
@NullMarked
package io.realname.configuration;

import org.jspecify.annotations.NullMarked;
