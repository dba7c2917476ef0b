@NullMarked
package io.realname.sandbox.storage;

import org.jspecify.annotations.NullMarked;
