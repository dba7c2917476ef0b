package io.realname.diagram.catalogue;

/**
 * What no table may answer.
 *
 * @param answer the answer
 * @param when in which case
 * @param because why, as the end of a sentence
 */
public record NeverAnswered(Truth answer, Truth when, String because) {}
