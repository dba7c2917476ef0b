/** The steps of {@code associate-verified-account.bpmn}, and the names that they share with it. */
@NullMarked
package io.realname.association.process;

import org.jspecify.annotations.NullMarked;
