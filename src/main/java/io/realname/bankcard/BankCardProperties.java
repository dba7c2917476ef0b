package io.realname.bankcard;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param checksPerCardAndDay how often one card is checked within 24 hours (UnionPay's risk rule allows 4 to 5) */
@ConfigurationProperties("realname.bank-card")
public record BankCardProperties(@DefaultValue("3") int checksPerCardAndDay) {}
