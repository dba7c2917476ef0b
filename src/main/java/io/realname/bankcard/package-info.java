/** Bank cards: numbers, issuers, and the billed check that a card belongs to a person. */
@NullMarked
package io.realname.bankcard;

import org.jspecify.annotations.NullMarked;
