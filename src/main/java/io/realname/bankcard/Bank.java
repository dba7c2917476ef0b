package io.realname.bankcard;

public record Bank(String code, String name) {}
