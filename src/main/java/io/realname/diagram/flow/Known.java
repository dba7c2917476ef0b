package io.realname.diagram.flow;

import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.catalogue.Truth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known on every way to a place of a diagram. Immutable.
 *
 * @param facts the facts that are there, each with whether it outlasts the next wait
 * @param truths what gateways have made certain about facts
 * @param met the needs of steps that are met
 * @param pending facts that are there too as soon as a gateway has asked for another one
 */
record Known(Map<String, Boolean> facts, Set<Truth> truths, Set<Need.Certain> met, Set<Step.KeptIf> pending) {

    static final Known NOTHING = new Known(Map.of(), Set.of(), Set.of(), Set.of());

    boolean has(String fact) {
        return facts.containsKey(fact);
    }

    /** What is known if the process comes here in either of two ways. */
    Known meet(Known other) {
        Map<String, Boolean> common = new HashMap<>();
        facts.forEach((fact, kept) -> {
            Boolean there = other.facts.get(fact);
            if (there != null) {
                common.put(fact, kept && there);
            }
        });
        return new Known(common, common(truths, other.truths), common(met, other.met), common(pending, other.pending));
    }

    /** When the process has waited: the engine has forgotten what was only noted. */
    Known afterWait() {
        Map<String, Boolean> kept = new HashMap<>(facts);
        kept.values().removeIf(outlasts -> !outlasts);
        return new Known(kept, truths, met, Set.of());
    }

    /**
     * With a fact that was just left; whatever was known of an older value is void.
     *
     * @param outdated the answers of tables that were decided with the older value
     */
    Known leave(String fact, boolean kept, Set<String> outdated) {
        Map<String, Boolean> more = new HashMap<>(facts);
        more.keySet().removeAll(outdated);
        more.put(fact, kept);
        Predicate<String> isVoid = name -> name.equals(fact) || outdated.contains(name);
        return new Known(
                more,
                without(truths, truth -> isVoid.test(truth.fact())),
                without(met, need -> need.anyOf().stream().anyMatch(truth -> isVoid.test(truth.fact()))),
                without(pending, kept2 -> isVoid.test(kept2.when().fact())));
    }

    Known forget(Collection<String> names) {
        Map<String, Boolean> fewer = new HashMap<>(facts);
        fewer.keySet().removeAll(names);
        return new Known(fewer, truths, met, pending);
    }

    Known awaiting(Collection<Step.KeptIf> facts) {
        Set<Step.KeptIf> more = new HashSet<>(pending);
        more.addAll(facts);
        return new Known(this.facts, truths, met, more);
    }

    /** After a gateway has made something certain. */
    Known certain(Set<Truth> found, Collection<Need.Certain> needs) {
        Set<Truth> truths = new HashSet<>(this.truths);
        truths.addAll(found);
        Set<Need.Certain> met = new HashSet<>(this.met);
        needs.stream()
                .filter(need -> need.anyOf().stream().anyMatch(found::contains))
                .forEach(met::add);
        Map<String, Boolean> facts = new HashMap<>(this.facts);
        pending.stream()
                .filter(kept -> found.contains(kept.when()))
                .forEach(kept -> facts.put(kept.fact().name(), true));
        return new Known(facts, truths, met, pending);
    }

    private static <T> Set<T> common(Set<T> left, Set<T> right) {
        Set<T> common = new HashSet<>(left);
        common.retainAll(right);
        return common;
    }

    private static <T> Set<T> without(Set<T> all, Predicate<T> gone) {
        Set<T> rest = new HashSet<>(all);
        rest.removeIf(gone);
        return rest;
    }
}
