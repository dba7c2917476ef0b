/** What is stored of the past: the engine's history level, and the way of each process instance through its diagram. */
@NullMarked
@NamedInterface("history")
package io.realname.process.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
