package io.realname.appeal;

/** Whether the bindings that an appeal concerns can be released. */
public enum HolderState {
    RELEASABLE,
    /** One of the accounts has business that must be closed first. */
    OPEN_BUSINESS,
    NOT_BOUND
}
