/** The web apps in a real browser. */
@NullMarked
package io.realname.browser;

import org.jspecify.annotations.NullMarked;
