/** What both doors share: who calls, how much may be sent, how a refusal is told. */
@NullMarked
package io.realname.web;

import org.jspecify.annotations.NullMarked;
