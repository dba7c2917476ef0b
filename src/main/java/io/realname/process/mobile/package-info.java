/** The steps of {@code confirm-mobile.bpmn}, and the names that they share with it. */
@NullMarked
package io.realname.process.mobile;

import org.jspecify.annotations.NullMarked;
