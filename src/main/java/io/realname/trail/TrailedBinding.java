package io.realname.trail;

import java.util.Map;

/**
 * The row of a binding, as far as the trail records it.
 *
 * @param facts the facts that the trail must contain
 */
record TrailedBinding(String id, Map<String, String> facts, boolean released) {}
