/** Staff as the engine knows them: its users and groups, and who is logged in to its web apps. */
@NullMarked
@NamedInterface("users")
package io.realname.staff.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
