/** One application = one process instance: what was asked, where it stands, what it waits for, how it ended. */
@NullMarked
package io.realname.application;

import org.jspecify.annotations.NullMarked;
