@NullMarked
package io.realname.people;

import org.jspecify.annotations.NullMarked;
