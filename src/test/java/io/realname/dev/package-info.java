/** What a developer runs the app with: embedded PostgreSQL, kept for the run command and thrown away for tests. */
@NullMarked
package io.realname.dev;

import org.jspecify.annotations.NullMarked;
