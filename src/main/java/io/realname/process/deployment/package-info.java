/** How the engine gets diagrams, tables and forms: under which names, and only if they keep the rules. */
@NullMarked
@NamedInterface("deployment")
package io.realname.process.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
