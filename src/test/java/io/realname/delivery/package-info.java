/** What is handed to operations: the jar, the image and how it is started. */
@NullMarked
package io.realname.delivery;

import org.jspecify.annotations.NullMarked;
