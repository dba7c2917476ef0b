/** The engine's own settings: history, grants, guards, meters; and the processes as the typed door uses them. */
@NullMarked
@NamedInterface("engine")
package io.realname.process.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
