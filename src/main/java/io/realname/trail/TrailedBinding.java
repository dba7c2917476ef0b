package io.realname.trail;

import java.util.Map;

/**
 * A binding's row beside what the trail tells.
 *
 * @param facts what the trail must tell of it
 */
record TrailedBinding(String id, Map<String, String> facts, boolean released) {}
