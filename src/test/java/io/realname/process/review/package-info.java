@NullMarked
package io.realname.process.review;

import org.jspecify.annotations.NullMarked;
