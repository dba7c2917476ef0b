package io.realname.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A file with its place among the files of its kind in the request. Error answers name the file by this place.
 *
 * @param index from 0
 */
record NumberedFile<T>(T file, EvidenceKind kind, int index) {

    static <T> List<NumberedFile<T>> of(List<T> files, Function<T, EvidenceKind> kindOf) {
        Map<EvidenceKind, Integer> seen = new EnumMap<>(EvidenceKind.class);
        List<NumberedFile<T>> numbered = new ArrayList<>();
        for (T file : files) {
            EvidenceKind kind = kindOf.apply(file);
            numbered.add(new NumberedFile<>(file, kind, seen.merge(kind, 1, Integer::sum) - 1));
        }
        return numbered;
    }
}
