/** Mobile numbers and the codes that prove that a number is the applicant's. */
@NullMarked
package io.realname.mobile;

import org.jspecify.annotations.NullMarked;
