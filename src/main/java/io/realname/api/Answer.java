package io.realname.api;

import org.jspecify.annotations.Nullable;

/**
 * An answer in the form in which it can be given again.
 *
 * @param location of a created application
 * @param language of the words in it, as {@code Content-Language} has it
 * @param body JSON, or problem JSON where the status is an error
 */
record Answer(int status, @Nullable String location, String language, String body) {}
