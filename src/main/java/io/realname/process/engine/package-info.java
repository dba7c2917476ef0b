/**
 * The engine's own settings: history, grants, guards, metrics. Also starts processes and sends messages for the typed
 * API.
 */
@NullMarked
@NamedInterface("engine")
package io.realname.process.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
