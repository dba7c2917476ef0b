/** Who a person is: documents, names, and which account an identity is bound to. */
@NullMarked
package io.realname.identity;

import org.jspecify.annotations.NullMarked;
