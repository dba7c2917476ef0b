package io.realname.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The CPU time and the memory of processes, from {@code /proc} (Linux). */
final class Cpu {

    /** Of {@code /proc}'s counters. It is 100 on every Linux that Java runs on. */
    private static final double TICKS_PER_MILLISECOND = 0.1;

    private Cpu() {}

    /** What a process and its living and ended children have used, in milliseconds. */
    static double ofTree(long pid) {
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(pid).orElseThrow().descendants()) {
            return of(pid, true)
                    + children.mapToDouble(child -> of(child.pid(), false)).sum();
        }
    }

    /** What all programs of the machine have used, in milliseconds of one core. */
    static double ofMachine() {
        try {
            String[] fields =
                    Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split(" +");
            // user, nice, system; then idle and iowait; irq, softirq.
            return IntStream.of(1, 2, 3, 6, 7)
                            .mapToLong(i -> Long.parseLong(fields[i]))
                            .sum()
                    / TICKS_PER_MILLISECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process has in memory, in bytes. */
    static long memory(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                * 1024;
    }

    private static double of(long pid, boolean withEndedChildren) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // After the name, which may contain spaces: the 3rd field and so on.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            if (withEndedChildren) {
                ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            }
            return ticks / TICKS_PER_MILLISECOND;
        } catch (IOException e) {
            if (!Files.exists(Path.of("/proc", Long.toString(pid)))) {
                return 0; // It has ended meanwhile.
            }
            throw new UncheckedIOException(e);
        }
    }
}
