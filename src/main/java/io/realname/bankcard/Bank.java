package io.realname.bankcard;

/**
 * A bank that issues cards in China.
 *
 * @param code the bank's short name in the list, unique: {@code ICBC}
 * @param name the Chinese name in the list: {@code 中国工商银行}; two banks may have the same name
 */
public record Bank(String code, String name) {}
