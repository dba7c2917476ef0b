package io.realname.app;

import java.util.concurrent.atomic.AtomicInteger;

/** The applicants of one test class. Each is used once, so that no test reaches the limits of another one. */
public final class People {

    private final int last;
    private final AtomicInteger next;

    private People(int first, int last) {
        this.last = last;
        this.next = new AtomicInteger(first);
    }

    /** The invented people of a range that no other test class uses. */
    public static People of(int first, int last) {
        return new People(first, last);
    }

    public Applicant next() {
        return Applicant.number(number());
    }

    /** An applicant whose mobile number the sandbox treats specially. */
    public Applicant nextWithMobileEnding(String last4) {
        int n = number();
        return Applicant.number(n).withMobileEnding(last4, n);
    }

    /** An index of the range that no other applicant has, for another card or number. */
    public int number() {
        int n = next.getAndIncrement();
        if (n > last) {
            throw new IllegalStateException("the range of this class is used up");
        }
        return n;
    }
}
