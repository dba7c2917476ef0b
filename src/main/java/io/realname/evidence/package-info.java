/** Pictures and papers that an applicant adds to an application: examined, made anew, sealed, removed in time. */
@NullMarked
package io.realname.evidence;

import org.jspecify.annotations.NullMarked;
