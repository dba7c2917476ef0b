package io.realname.identity;

public record PersonName(String value) {
    public static PersonName parse(String v) {
        return new PersonName(v);
    }

    public String masked() {
        return value;
    }
}
