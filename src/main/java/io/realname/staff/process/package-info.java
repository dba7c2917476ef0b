/** Staff as the engine knows them: its users and groups, and who is logged in to its web apps. */
@NullMarked
package io.realname.staff.process;

import org.jspecify.annotations.NullMarked;
